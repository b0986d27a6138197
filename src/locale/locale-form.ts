import { fileStart, finding, languageName, type Finding } from '../report/index.js'
import { isThere, unreadFile, type Shelf } from './shelf.js'

/** What a folder may be called that is meant for a language. */
export const isTag = (name: string): boolean => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name)

/** A folder in locales/ whose locale.json is not there: what is missing, and what it looks like. */
export function localeMissing(shelf: Shelf, tag: string): Finding {
  const file = `locales/${tag}/locale.json`
  const isFolder = !isThere(shelf, file) && isTag(tag) && shelf.list('locales').includes(tag)
  return isFolder ? finding('locale-missing', fileStart(file), { tag, form: formOf(tag) }) : unreadFile(shelf, file)
}

/** The shortest locale.json, as far as the tag tells it; what a person has to say is empty, and refused while it is. */
function formOf(tag: string): string {
  const form = {
    tag,
    ownName: '',
    englishName: languageName(tag) ?? '',
    otherNames: [],
    script: scriptOf(tag),
    numerals: 'latn',
    calendar: 'gregory',
    date: { long: '{day} {month} {year}', stamp: '{dd}/{MM}/{year} {time}', months: [] },
    fonts: [{ package: '@expo-google-fonts/noto-sans' }],
  }
  return JSON.stringify(form)
}

function scriptOf(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().script ?? ''
  } catch {
    return ''
  }
}
