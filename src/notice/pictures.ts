import * as v from 'valibot'
import { isThere, readJson, readShape, unreadFile, type Json, type Shelf } from '../locale/index.js'
import { finding, placesIn, type Place } from '../report/index.js'
import type { PictureFound, PictureShelf } from './order.js'
import { readSvg } from './svg.js'

/** Pictures of npm packages; who calls knows where they lie. */
export interface PicturePackages {
  /** Body of an SVG of 48 × 48 units, without the <svg> around it. */
  healthicon(name: string): string | undefined
  /** A whole SVG, by code points such as `1F4F0`. */
  openmoji(code: string): string | undefined
}

/** Names and licences as their makers ask to be credited; names are not translated. */
const CREDITS = { healthicons: 'Health Icons (MIT)', openmoji: 'OpenMoji (CC BY-SA 4.0)' } as const

const schema = v.record(v.string(), v.strictObject({ set: v.picklist(['healthicons', 'openmoji']), icon: v.string() }))
type Choices = v.InferOutput<typeof schema>

const FILE = 'templates/pictures.json'

/** Finds pictures by id: the workspace's own `pictures/<id>.svg` first, then what templates/pictures.json names. */
export function pictureShelf(shelf: Shelf, packages: PicturePackages): PictureShelf {
  const json = readJson(shelf, FILE)
  const choices = readShape(schema, json)
  // Reading an SVG takes longer than asking for it; a leaflet asks for the same picture several times.
  const found = new Map<string, PictureFound>()
  return (id) => {
    const known = found.get(id)
    if (known) return known
    const own = `pictures/${id}.svg`
    const svg = shelf.read(own)
    const made =
      svg !== undefined
        ? drawn(id, svg, placesOf(own, svg))
        : isThere(shelf, own)
          ? { findings: [unreadFile(shelf, own)] }
          : chosen(id, { json, packages, ...choices })
    found.set(id, made)
    return made
  }
}

interface Choosing {
  readonly json: Json
  readonly value?: Choices
  readonly findings: PictureFound['findings']
  readonly packages: PicturePackages
}

function chosen(id: string, { json, value, findings, packages }: Choosing): PictureFound {
  const choice = value && Object.hasOwn(value, id) ? value[id] : undefined
  if (!choice) return { findings: value ? [] : findings }
  const { set, icon } = choice
  const place = json.place([id, 'icon'])
  const body = set === 'healthicons' ? packages.healthicon(icon) : packages.openmoji(icon)
  if (body === undefined) {
    const problem = `the set "${set}" has no "${icon}"`
    return { findings: [finding('picture-unusable', place, { id, problem })] }
  }
  const svg = set === 'healthicons' ? `<svg viewBox="0 0 48 48">${body}</svg>` : body
  return { ...drawn(id, svg, () => place), credit: CREDITS[set] }
}

/** A line that is longer tells nobody anything: programs write a whole picture in one. */
const LONGEST_LINE = 2000

function placesOf(file: string, svg: string): (offset: number) => Place {
  const places = placesIn(file, svg)
  return (offset) => {
    const { excerpt = '', ...place } = places(offset)
    return excerpt.length > LONGEST_LINE ? place : { ...place, excerpt }
  }
}

function drawn(id: string, svg: string, placeOf: (offset: number) => Place): PictureFound {
  const { picture, problem, at = 0 } = readSvg(id, svg)
  if (picture) return { picture, findings: [] }
  return { findings: [finding('picture-unusable', placeOf(at), { id, problem: problem ?? 'nothing is drawn' })] }
}
