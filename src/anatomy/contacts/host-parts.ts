import {parse} from 'tldts'

export interface HostParts {
  readonly domain: string | null
  readonly domainWithoutSuffix: string | null
  readonly publicSuffix: string | null
  readonly isIcann: boolean | null
}

/**
 * Top-level domains under which the public suffix list has no ICANN rule but their own (https://publicsuffix.org/list/),
 * and the one kept for samples, of which it knows nothing: for most hosts the list need not be loaded.
 */
const PLAIN_HOST =
  /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)*([a-z0-9]+(?:-[a-z0-9]+)*)\.(ch|com|de|dk|eu|example|li|lu|net|nl|org)$/
const LONGEST = 60

/** A host before and after its public suffix. */
export function hostParts(host: string): HostParts {
  const plain = host.length <= LONGEST ? PLAIN_HOST.exec(host) : null
  const [, label = '', suffix = ''] = plain ?? []
  if (!plain || label === 'www') return parse(host)
  return {
    domain: `${label}.${suffix}`,
    domainWithoutSuffix: label,
    publicSuffix: suffix,
    isIcann: suffix !== 'example'
  }
}
