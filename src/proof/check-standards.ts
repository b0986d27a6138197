import { finding, type Finding, type Place } from '../report/index.js'
import { checkFonts } from './check-fonts.js'
import type { OutputIntentBack } from './pdf-lib-catalogue.js'
import type { Metadata, PageBack, ReadBack, Tag } from './read-back.js'
import { annotationsOf, tagsOf } from './tags.js'
import { said } from './xmp.js'

/**
 * What PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) ask of a file beyond its text and tags, as far as it is asked of
 * files like ours; docs/validity.md lists it beside what veraPDF checks.
 */
export function checkStandards(back: ReadBack, place: Place): Finding[] {
  const { xmp } = back.metadata
  const problems: Problem[] = [
    ...(xmp ? packetProblems(xmp) : [{ rule: 'Matterhorn 06-001', problem: 'no XMP metadata' }]),
    ...intentProblems(back.metadata.outputIntents),
    ...catalogueProblems(back.metadata),
    ...back.pages.flatMap(annotationProblems),
    ...targetProblems(back),
    ...languageProblems(back),
    ...figureProblems(back),
    ...headingProblems(back),
  ]
  return [...problems.map((p) => finding('proof-standard', place, p)), ...checkFonts(back, place)]
}

interface Problem {
  readonly rule: string
  readonly problem: string
}

function packetProblems({ properties, problem, compressed }: NonNullable<Metadata['xmp']>): Problem[] {
  if (problem !== undefined) return [{ rule: 'PDF/A-2 6.6.2', problem: `the XMP metadata is no XML: ${problem}` }]
  const is = (name: string, value: string): boolean => said(properties, name) === value
  const explained = properties.get('pdfaSchema:namespaceURI')?.some((v) => v.text === PDFUA)
  const tests: readonly (readonly [boolean, string, string])[] = [
    [!compressed, 'ISO 32000-1 14.3.2', 'the XMP metadata is compressed'],
    [is('pdfuaid:part', '1'), 'Matterhorn 06-002', 'no identifier of PDF/UA-1'],
    [is('pdfaid:part', '2') && is('pdfaid:conformance', 'A'), 'PDF/A-2 6.6.4', 'no identifier of PDF/A-2a'],
    [explained === true, 'PDF/A-2 6.6.2.3', 'the identifier of PDF/UA is not explained'],
    [!is('dc:title', ''), 'Matterhorn 06-003', 'no title in the XMP metadata'],
  ]
  return tests.flatMap(([good, rule, text]) => (good ? [] : [{ rule, problem: text }]))
}
const PDFUA = 'http://www.aiim.org/pdfua/ns/id/'

/** ISO 19005-2 §6.2.3, ICC.1:2010 §7.2: one profile, of a monitor or printer, for red, green and blue. */
function intentProblems(intents: readonly OutputIntentBack[]): Problem[] {
  const rule = 'PDF/A-2 6.2.3'
  const [intent] = intents.filter((i) => i.subtype === 'GTS_PDFA1')
  if (!intent || intents.length > 1) return [{ rule, problem: `${intents.length} output intents, not one` }]
  const { profile, components } = intent
  const signature = (at: number): string => String.fromCharCode(...profile.subarray(at, at + 4))
  const sound =
    profile.length > 128 &&
    new DataView(profile.buffer, profile.byteOffset).getUint32(0) === profile.length &&
    signature(36) === 'acsp' &&
    signature(16) === 'RGB ' &&
    ['mntr', 'prtr'].includes(signature(12)) &&
    (profile[8] ?? 0) < 5
  return sound && components === 3 ? [] : [{ rule, problem: 'the colour profile is none for red, green and blue' }]
}

/** Parts of a file that leaflets never have, and that would ask for checks of their own. */
const STRANGERS: Readonly<Record<string, string>> = {
  AcroForm: 'PDF/UA-1 7.15, 7.18.4',
  OCProperties: 'PDF/UA-1 7.10',
  OpenAction: 'PDF/A-2 6.5',
  AA: 'PDF/A-2 6.5.2',
  JavaScript: 'PDF/A-2 6.5.1',
  EmbeddedFiles: 'Matterhorn 21-001',
  Collection: 'PDF/UA-1 7.11',
  AF: 'PDF/UA-1 7.11',
  Threads: 'Matterhorn 22-001',
  NeedsRendering: 'PDF/A-2 6.4.2',
  Requirements: 'PDF/A-2 6.10',
}
function catalogueProblems({ entries, suspects, roleMap }: Metadata): Problem[] {
  const strangers = entries.flatMap((entry) => {
    const rule = STRANGERS[entry]
    return rule === undefined ? [] : [{ rule, problem: `${entry} in the catalogue` }]
  })
  if (suspects) strangers.push({ rule: 'Matterhorn 01-007', problem: 'tags that are under suspicion' })
  if (roleMap) strangers.push({ rule: 'Matterhorn 02-001', problem: 'roles that are none of the standard' })
  return strangers
}

/** Bits of ISO 32000-1 table 165: invisible, hidden, no view, toggled; and print. */
const HIDDEN = 1 | 2 | 32 | 256
const PRINT = 4
function annotationProblems({ annotations, tabs }: PageBack, index: number): Problem[] {
  const page = `on page ${index + 1}`
  const problems: Problem[] = []
  if (annotations.length > 0 && tabs !== 'S')
    problems.push({ rule: 'Matterhorn 28-008, 28-009', problem: `links ${page} that are not in the order of the tags` })
  for (const { subtype, flags } of annotations) {
    if (subtype !== 'Link') problems.push({ rule: 'PDF/UA-1 7.18', problem: `an annotation ${subtype} ${page}` })
    if ((flags & HIDDEN) !== 0 || (flags & PRINT) === 0)
      problems.push({ rule: 'PDF/A-2 6.3.2', problem: `a link ${page} that is not printed` })
  }
  return problems
}

/** ISO 19005-2 §6.7.4: a language is named by its tag (BCP 47), which a screen reader finds its voice by. */
function languageProblems({ roots }: ReadBack): Problem[] {
  const languages = new Set([...tagsOf(roots)].map(({ lang }) => lang))
  return [...languages]
    .filter((lang) => !/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$|^$/.test(lang))
    .map((lang) => ({ rule: 'PDF/A-2 6.7.4', problem: `"${lang}" is no language tag` }))
}

/** ISO 32000-1 §12.6.4.7: a URI is 7-bit ASCII, whatever an address looks like to people. */
function targetProblems({ roots }: ReadBack): Problem[] {
  const targets = [...tagsOf(roots)].flatMap(annotationsOf).map(({ uri }) => uri)
  return [...new Set(targets)]
    .filter((uri) => !/^[!-~]+$/.test(uri))
    .map((uri) => ({ rule: 'ISO 32000-1 12.6.4.7', problem: `a link to "${uri}", which is no URI in ASCII` }))
}

/** ISO 32000-1 §14.8.4.5: a figure says where it stands. */
function figureProblems(back: ReadBack): Problem[] {
  const figures = [...tagsOf(back.roots)].filter((tag) => tag.role === 'Figure')
  return figures
    .filter(({ bounds }) => bounds?.length !== 4 || !(area(bounds) > 0))
    .map(({ alt }) => ({ rule: 'PDF/UA-1 7.3', problem: `no place of the picture "${alt ?? ''}"` }))
}
const area = ([left, bottom, right, top]: NonNullable<Tag['bounds']>): number =>
  (Number(right) - Number(left)) * (Number(top) - Number(bottom))

/** The first heading is H1, and none is more than one level below the one before. */
function headingProblems(back: ReadBack): Problem[] {
  let depth = 0
  for (const { role } of tagsOf(back.roots)) {
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0)
    if (level > depth + 1) {
      const problem = depth === 0 ? `the first heading is ${role}` : `${role} follows on H${depth}`
      return [{ rule: depth === 0 ? 'Matterhorn 14-002' : 'Matterhorn 14-003', problem }]
    }
    if (level > 0) depth = level
  }
  return []
}
