import { finding, type Finding, type Place } from '../report/index.js'
import type { Letters } from './compare-text.js'
import type { Tag } from './read-back.js'
import type { Source } from './source.js'
import { annotationsOf, tagsOf, textOf, type TaggedStretch } from './tags.js'

/** An element whose text agrees with its source: letter n of one is letter n of the other. */
export interface MarkedText {
  readonly source: Source
  readonly read: Letters
  readonly stretches: readonly TaggedStretch[]
  readonly tag: Tag
  readonly place: Place
}

/** Compares what the source marks within a text with what the tags mark: languages and links. */
export function checkMarks(text: MarkedText): Finding[] {
  return [...checkLanguages(text), ...checkLinks(text)]
}

/** Every stretch has the language of its source, its own or inherited (ISO 32000-1 §14.9.2; Matterhorn 11-001). */
function checkLanguages(text: MarkedText): Finding[] {
  return runsOf(text, (span, tagged) => {
    if (span.lang.toLowerCase() === tagged.lang.toLowerCase()) return undefined
    return `${tagged.lang}\n${span.lang}`
  }).map(({ place, letters, mark }) => {
    const [found = '', expected = ''] = mark.split('\n')
    return finding('proof-language', place, { expected, found, text: letters })
  })
}

/** Links lead where the source says, and their annotations have a description (Matterhorn 28-011, 28-012). */
function checkLinks(text: MarkedText): Finding[] {
  const astray = runsOf(text, (span, tagged) => {
    if (span.href === tagged.uri) return undefined
    return `${named(tagged.uri)}\n${named(span.href)}`
  }).map(({ place, letters, mark }) => {
    const [found = '', expected = ''] = mark.split('\n')
    return structure(place, `${expected} on "${letters}"`, found)
  })
  const mute = [...tagsOf([text.tag])].filter((tag) => annotationsOf(tag).some((a) => a.contents.trim() === ''))
  return [...astray, ...mute.map((t) => structure(text.place, `a description of the link "${textOf(t)}"`, 'none'))]
}

const named = (target: string | undefined): string => (target === undefined ? 'no link' : `a link to ${target}`)

export function structure(place: Place, expected: string, found: string): Finding {
  return finding('proof-structure', place, { expected, found })
}

interface Run {
  readonly place: Place
  readonly letters: string
  readonly mark: string
}
type Judge = (span: { lang: string; href?: string }, tagged: TaggedStretch) => string | undefined

/** The longest runs of letters that are wrong in the same way. Generated text has no language and no link. */
function runsOf({ source, read, stretches, place }: MarkedText, judge: Judge): Run[] {
  const runs: { place: Place; letters: string; mark: string }[] = []
  let last: string | undefined
  for (let i = 0; i < read.text.length; i++) {
    const span = source.stretches[source.letters.owners[i]!]?.span
    const tagged = stretches[read.owners[i]!]
    const mark = span && tagged ? judge(span, tagged) : undefined
    if (mark !== undefined && mark !== last) runs.push({ place: span?.origin.place ?? place, letters: '', mark })
    if (mark !== undefined)
      runs.at(-1)!.letters += (read.gaps[i] === 'none' || mark !== last ? '' : ' ') + read.text[i]!
    last = mark
  }
  return runs
}
