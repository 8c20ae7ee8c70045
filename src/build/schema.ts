import {schemaOf} from '../config/schema.js'

/** The JSON schema of the configuration, as a file's text. The registries are loaded here, after they were generated. */
export async function configurationSchema(): Promise<string> {
  const {rules} = await import('../generated/rules.js')
  const {dialects} = await import('../generated/dialects.js')
  return `${JSON.stringify(schemaOf(rules, Object.keys(dialects)), null, 2)}\n`
}
