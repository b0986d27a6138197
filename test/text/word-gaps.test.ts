import { describe, expect, test } from 'vitest'
import { itemise, shapeRun, type Cluster } from '../../src/text/index.js'
import { fontsOf } from './helpers/fonts.js'
import { packageFace } from './helpers/packages.js'
import { span } from './helpers/spans.js'

const face = packageFace('noto-nastaliq-urdu')
const order = (text: string) => ({ text, direction: 'rtl', script: 'Arab', language: 'ur' }) as const
const plain = (text: string): readonly Cluster[] => face.shape(order(text))
const apart = (text: string): readonly Cluster[] => face.widened(plain(text), 0.18)
const spacesOf = (clusters: readonly Cluster[]): number[] =>
  clusters.flatMap(({ glyph }) => (glyph.text === ' ' ? [glyph.advance] : []))

describe('words of Nastaliq stand apart', () => {
  test('the dots of one do not stand in the bowl of another: a space over which they would is wider', () => {
    expect(spacesOf(plain('تاریخِ پیدائش'))).toEqual([132])
    // Measured from the outlines, in bands of 20 units: the dots reach 75 units into the bowl.
    const [space] = spacesOf(apart('تاریخِ پیدائش'))
    expect(Math.abs(space! - (132 + 75 + 180))).toBeLessThanOrEqual(20)
  })

  test('all other spaces stay, and so do letters', () => {
    expect(spacesOf(apart('جانچ نہیں کی گئی'))).toEqual(spacesOf(plain('جانچ نہیں کی گئی')))
    const letters = (clusters: readonly Cluster[]): string[] =>
      clusters.flatMap(({ glyph }) => (glyph.text === ' ' ? [] : [glyph.key]))
    expect(letters(apart('تاریخِ پیدائش'))).toEqual(letters(plain('تاریخِ پیدائش')))
  })

  test('in either direction, and not where nothing stands on one side', () => {
    const sans = packageFace('noto-sans')
    const clusters = sans.shape({ direction: 'ltr', script: 'Latn', language: 'en', text: ' H H ' })
    // Noto Sans: a space is 260 units wide, an H is 741 wide, and its ink goes from 97 to 643.
    expect(spacesOf(sans.widened(clusters, 0.5))).toEqual([260, 500 - 97 - (741 - 643), 260])
  })

  test('Urdu asks for it', () => {
    const { runs } = itemise([span('تاریخِ پیدائش', { lang: 'ur' })], fontsOf('ur'), 'rtl')
    expect(spacesOf(runs.flatMap((run) => shapeRun(run).clusters))).toEqual(spacesOf(apart('تاریخِ پیدائش')))
  })
})
