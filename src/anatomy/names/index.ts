export {organisationBeside} from './beside.js'
export {matchesName, organisationOfDomain, partOfName} from './domain.js'

export {nameOfMailbox} from './mailbox.js'
export {findOrganisations, type NameMatch} from './organisations.js'
export {CLOSING} from './person-words.js'
export {findPersons} from './persons.js'
