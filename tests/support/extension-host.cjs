/**
 * Stands in for VS Code: starts a packed extension, says what it registered and complained of, and stops it.
 * What the extension asks of the editor beyond that is answered by a stand-in for anything.
 */
const Module = require('node:module')
const path = require('node:path')

const [extension, settings] = process.argv.slice(2)
const wanted = JSON.parse(settings)
const said = {commands: [], complaints: []}
const handlers = {}

/** Can be called, constructed, extended and asked for anything. */
function anything() {
  const known = {}
  const self = new Proxy(class {}, {
    get: (target, key) => {
      if (key === 'then' || key === Symbol.iterator) return undefined
      if (key === 'prototype') return target.prototype
      if (key === Symbol.toPrimitive) return () => ''
      known[key] ??= anything()
      return known[key]
    },
    apply: () => anything(),
    construct: (target, values, made) => (made === self ? anything() : Reflect.construct(target, values, made))
  })
  return self
}

function knowing(own) {
  const rest = anything()
  return new Proxy(own, {get: (target, key) => (key in target ? target[key] : rest[key])})
}

const disposable = {dispose: () => undefined}
const uri = (file) => ({fsPath: file, path: file, scheme: 'file', toString: () => `file://${file}`})
const vscode = knowing({
  version: '1.101.0',
  env: {appName: 'stand-in', language: 'en'},
  commands: knowing({
    registerCommand: (name, handler) => {
      said.commands.push(name)
      handlers[name] = handler
      return disposable
    }
  }),
  window: knowing({
    tabGroups: knowing({all: []}),
    visibleTextEditors: [],
    showErrorMessage: async (text) => void said.complaints.push(text)
  }),
  workspace: knowing({
    textDocuments: [],
    notebookDocuments: [],
    workspaceFolders: wanted.folders.map((file, index) => ({uri: uri(file), name: path.basename(file), index})),
    getConfiguration: (section) => ({get: (name, fallback) => wanted[`${section}.${name}`] ?? fallback}),
    onDidChangeConfiguration: () => disposable
  })
})

const load = Module._load
Module._load = (id, ...rest) => (id === 'vscode' ? vscode : load(id, ...rest))

async function run() {
  const {activate, deactivate} = require(path.join(extension, require(path.join(extension, 'package.json')).main))
  const context = {extensionPath: extension, subscriptions: []}
  await activate(context)
  if (wanted.next) {
    Object.assign(wanted, wanted.next)
    await handlers['coldread.restart']()
  }
  await deactivate()
  console.log(JSON.stringify(said))
}

run().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
