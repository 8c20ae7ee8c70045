/**
 * The environment of a user's shell. What npm tells the scripts that it runs, such as the tests, would send another npm
 * to other folders.
 */
export function shellEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(?!config_registry$)/i.test(name))
  return {...Object.fromEntries(kept), ...more}
}
