import { withoutEnd } from './beside.js'

/** Something to reach somebody by, as it stands in a text. */
export interface Contact {
  readonly kind: 'phone number' | 'e-mail address' | 'web address' | 'postcode'
  /** As written. */
  readonly text: string
  /** Without what may differ: spaces, capitals, the country's code. */
  readonly value: string
}

const SENTENCE_MARK = /[.,;:!?،؛؟。．，：]/u
// Bounded, and looked for at the start of a word only: else a long text without an address takes minutes.
const DOMAIN = String.raw`[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:uk|org|com|net|info|eu|scot|wales|london)\b`
const PATH = String.raw`(?:/[^\s<>"«»“”)\]\uFFFC]*)?`

const KINDS: readonly (readonly [Contact['kind'], RegExp, (text: string) => string | undefined])[] = [
  ['e-mail address', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g, (text) => text.toLowerCase()],
  [
    'web address',
    new RegExp(`(?:https?://|www\\.)[^\\s<>"«»“”)\\]\uFFFC]+|(?<![\\w.-])${DOMAIN}${PATH}`, 'gi'),
    webAddress,
  ],
  // Ten digits or so that start with 0 or +, in groups.
  ['phone number', /(?<![\d./-])\+?\(?\d(?:[ ()\u00A0\u202F\u2011-]{0,2}\d){8,14}/g, phoneNumber],
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]?[ \u00A0]?\d[A-Z]{2}\b/g, (text) => text.replace(/\s/g, '')],
]

function webAddress(text: string): string {
  const address = withoutEnd(text.toLowerCase(), SENTENCE_MARK)
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
      contacts.push({ kind, text: withoutEnd(found, SENTENCE_MARK), value })
      return '\uFFFC'.repeat(found.length)
    })
  return { contacts, rest }
}
