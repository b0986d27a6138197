/** Something to reach somebody by, as it stands in a text. */
export interface Contact {
  readonly kind: 'phone number' | 'e-mail address' | 'web address' | 'postcode'
  /** As written. */
  readonly text: string
  /** Without what may differ: spaces, capitals, the country's code. */
  readonly value: string
}

const SENTENCE_END = /[.,;:!?،؛؟。．，：]+$/u
const DOMAIN = String.raw`[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:uk|org|com|net|info|eu|scot|wales|london)\b`
const PATH = String.raw`(?:/[^\s<>"«»“”)\]\uFFFC]*)?`

const KINDS: readonly (readonly [Contact['kind'], RegExp, (text: string) => string | undefined])[] = [
  ['e-mail address', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (text) => text.toLowerCase()],
  ['web address', new RegExp(`(?:https?://|www\\.)[^\\s<>"«»“”)\\]\uFFFC]+|\\b${DOMAIN}${PATH}`, 'gi'), webAddress],
  // Ten digits or so that start with 0 or +, in groups.
  ['phone number', /(?<![\d./-])\+?\(?\d(?:[ ()\u00A0\u202F\u2011-]{0,2}\d){8,14}/g, phoneNumber],
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]?[ \u00A0]?\d[A-Z]{2}\b/g, (text) => text.replace(/\s/g, '')],
]

function webAddress(text: string): string {
  const address = text.toLowerCase().replace(SENTENCE_END, '')
  return address.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').replace(/\/$/, '')
}

function phoneNumber(text: string): string | undefined {
  if (!/^\(?[+0]/.test(text)) return undefined
  const digits = text
    .replace(/^\+|^00/, '+')
    .replace(/^\(/, '')
    .replace(/[^\d+]/g, '')
  return digits.replace(/^\+440?/, '0')
}

/** Takes the contacts out of a text with western digits. What is taken leaves holes of the same length. */
export function takeContacts(text: string): { readonly contacts: Contact[]; readonly rest: string } {
  const contacts: Contact[] = []
  let rest = text
  for (const [kind, form, valueOf] of KINDS)
    rest = rest.replace(form, (found: string) => {
      const value = valueOf(found)
      if (value === undefined) return found
      contacts.push({ kind, text: found.replace(SENTENCE_END, ''), value })
      return '\uFFFC'.repeat(found.length)
    })
  return { contacts, rest }
}
