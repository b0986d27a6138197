import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** A workspace in a folder of its own, to be broken. */
export interface Workshop {
  readonly folder: string
  read(file: string): string
  /** Replaces a text that must be there, once. */
  change(file: string, from: string, to: string): void
  write(file: string, text: string | Uint8Array): void
  remove(file: string): void
  /** A copy with all that is in it, output too. */
  copy(): Workshop
  /** Every file of the output folder, hidden ones too: path → bytes in hexadecimal. What only this machine needs is left out. */
  output(): Readonly<Record<string, string>>
  close(): void
}

const LANGUAGES = ['en', 'pl', 'tr']

/** Numbers and names that nobody has: Ofcom's numbers for films, IANA's domain for examples. */
const CONTACTS = {
  phone: '020 7946 0000',
  email: 'privacy@example.org',
  address: '1 Example Street, London',
  hours: '9 to 5 on working days',
  web: 'https://example.org/privacy',
}

/** A small copy of this repository's workspace: three languages, one format, all contacts, so that nothing is to say. */
export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-'))
  cpSync('templates', join(folder, 'templates'), { recursive: true })
  // What the law asks of this notice only its council can answer.
  rmSync(join(folder, 'templates/notices/children-and-families.law.json'))
  for (const tag of LANGUAGES) cpSync(join('locales', tag), join(folder, 'locales', tag), { recursive: true })
  cpSync('locales/glossary.json', join(folder, 'locales/glossary.json'))
  mkdirSync(join(folder, 'pictures'))
  const settings = JSON.parse(readFileSync('doorstep.json', 'utf8')) as object
  const shop = openWorkshopIn(folder)
  shop.write('doorstep.json', `${JSON.stringify({ ...settings, contacts: CONTACTS }, undefined, 2)}\n`)
  return shop
}

export function openWorkshopIn(folder: string): Workshop {
  const at = (file: string): string => join(folder, file)
  return {
    folder,
    read: (file) => readFileSync(at(file), 'utf8'),
    change(file, from, to) {
      const before = readFileSync(at(file), 'utf8')
      if (before.split(from).length !== 2) throw new RangeError(`"${from}" does not stand once in ${file}`)
      writeFileSync(
        at(file),
        before.replace(from, () => to),
      )
    },
    write(file, text) {
      mkdirSync(dirname(at(file)), { recursive: true })
      writeFileSync(at(file), text)
    },
    remove(file) {
      rmSync(at(file), { recursive: true })
    },
    copy() {
      const other = mkdtempSync(join(tmpdir(), 'doorstep-'))
      cpSync(folder, other, { recursive: true })
      return openWorkshopIn(other)
    },
    output: () => Object.fromEntries(filesIn(at('output')).map((file) => [relative(at('output'), file), hex(file)])),
    close() {
      rmSync(folder, { recursive: true })
    },
  }
}

function filesIn(folder: string): string[] {
  const entries = (attempt(() => readdirSync(folder, { withFileTypes: true })) ?? []).filter(
    (e) => e.name !== '.doorstep',
  )
  return entries.flatMap((e) => (e.isDirectory() ? filesIn(join(folder, e.name)) : [join(folder, e.name)])).sort()
}

const hex = (file: string): string => readFileSync(file).toString('hex')

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
