type Field = 'firstName' | 'lastName' | 'company' | 'title' | 'email' | 'phone'

/** What people call a field, in tags and in placeholders; without spaces, strokes, dots and capitals. */
const names: Readonly<Record<Field, string>> = {
  firstName: 'firstname fname forename givenname vorname imie imię نام نامکوچک الاسم',
  lastName: 'lastname lname surname familyname nachname nazwisko نامخانوادگی',
  company:
    'company companyname organisation organization organisationname organizationname business businessname firm firma nazwafirmy firmenname accountname نامشرکت شرکت اسمالشركة',
  title: 'title jobtitle position role jobposition سمت',
  email: 'email emailaddress mail ایمیل',
  phone: 'phone phonenumber telephone mobile تلفن شمارهتماس'
}

const byName = new Map(
  Object.entries(names).flatMap(([field, all]) => all.split(' ').map((name) => [name, field as Field] as const))
)

/** Which field a name means. "Your company" may be the buyer's or the sender's: that is left open. */
export function fieldOf(name: string): Field | undefined {
  return byName.get(
    name
      .toLowerCase()
      .replace(/^(?:(?:insert|enter|add|the) |(?:contact|recipient|prospect|lead)[. _])/, '')
      .replace(/[\s_.\u200c-]+/g, '')
  )
}
