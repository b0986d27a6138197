import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { proofread } from '../../src/proof/index.js'
import { goodLeaflet, type Leaflet } from './good-leaflet.js'
import {
  changed,
  edit,
  editContent,
  entryOf,
  fontOf,
  info,
  kids,
  name,
  setText,
  swapPainted,
  tag,
  tags,
  utf16,
} from './tools.js'

/** Two real leaflets: left to right with a service of its own, and right to left. */
const names = ['tr', 'ar'] as const
const leaflets = new Map<string, Leaflet>()
let good: Leaflet
beforeAll(async () => {
  good = await goodLeaflet('tr', 'clinical')
  leaflets.set('tr', good).set('ar', await goodLeaflet('ar', 'whole'))
})

const codesOf = async (pdf: Uint8Array, good: Leaflet): Promise<string[]> => {
  const findings = await proofread(pdf, good.document, good.fileName)
  expect(findings.every((f) => f.severity === 'error')).toBe(true)
  return [...new Set(findings.map((f) => f.code))].sort()
}

describe.each(names)('a leaflet without damage proofreads clean (%s)', (language) => {
  test('as it was written', async () => {
    const leaflet = leaflets.get(language)!
    expect(await codesOf(leaflet.pdf, leaflet)).toEqual([])
  })
  test('written again by the tool that does the damages', async () => {
    const leaflet = leaflets.get(language)!
    expect(await codesOf(await edit(leaflet.pdf, () => undefined), leaflet)).toEqual([])
  })
})

interface Damage {
  readonly what: string
  /** All codes that the proof gives, no more and no fewer. */
  readonly codes: readonly string[]
  /**
   * Those in the Arabic leaflet, where they are more: the first letter of its font is the space, which the furniture
   * has, too; and its paragraph that stands four times is taken for its twin.
   */
  readonly arabic?: readonly string[]
  readonly damage: (file: PDFDocument) => void
}

const damages: readonly Damage[] = [
  {
    what: 'a heading tagged as paragraph',
    codes: ['proof-structure'],
    damage: (file) => {
      tag(file, 'H2').set(name('S'), name('P'))
    },
  },
  {
    what: 'a paragraph without its tag',
    codes: ['proof-structure'],
    damage: (file) => {
      kids(tag(file, 'Document')).remove(1)
    },
  },
  {
    what: 'a list item without its tag',
    codes: ['proof-structure'],
    damage: (file) => {
      kids(tag(file, 'L')).remove(2)
    },
  },
  {
    what: 'two list items in the wrong order',
    codes: ['proof-structure'],
    damage: (file) => {
      swap(kids(tag(file, 'L')), 1, 2)
    },
  },
  {
    what: 'label and body of an item in the wrong order',
    codes: ['proof-structure'],
    damage: (file) => {
      swap(kids(tag(file, 'LI')), 0, 1)
    },
  },
  {
    what: 'two pieces of one sentence in the wrong order',
    codes: ['proof-text'],
    damage: (file) => {
      const sentence = tags(file, 'P').find((p) => p.lookup(name('K')) instanceof PDFArray && kids(p).size() > 2)
      swap(kids(sentence!), 0, 2)
    },
  },
  {
    what: 'one list over two pages tagged as two lists',
    codes: ['proof-structure'],
    damage: splitList,
  },
  {
    what: 'the whole tag tree gone',
    codes: ['proof-structure'],
    damage: (file) => {
      file.catalog.delete(name('StructTreeRoot'))
    },
  },
  {
    what: 'a tag that the parent tree does not know',
    codes: ['proof-structure'],
    damage: (file) => {
      const numbers = file.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict)
      const pages = numbers.lookup(name('Nums'), PDFArray)
      const first = pages.asArray().findIndex((_, i) => pages.lookup(i) instanceof PDFArray)
      swap(pages.lookup(first, PDFArray), 0, 1)
    },
  },
  {
    what: 'a text replaced for screen readers alone',
    codes: ['proof-structure'],
    damage: (file) => {
      setText(tag(file, 'P'), 'ActualText', 'Something else')
    },
  },
  {
    what: 'the language of a passage gone',
    codes: ['proof-language'],
    damage: (file) => {
      tag(file, 'Span').delete(name('Lang'))
    },
  },
  {
    what: 'the language of a passage wrong',
    codes: ['proof-language'],
    damage: (file) => {
      setText(tag(file, 'Span'), 'Lang', 'pl')
    },
  },
  {
    what: 'a paragraph marked as another language',
    codes: ['proof-language'],
    damage: (file) => {
      setText(tag(file, 'P'), 'Lang', 'fr')
    },
  },
  {
    what: 'a picture without description',
    codes: ['proof-alt'],
    damage: (file) => {
      tag(file, 'Figure').delete(name('Alt'))
    },
  },
  {
    what: 'a picture with the description of another',
    codes: ['proof-alt'],
    damage: (file) => {
      setText(tag(file, 'Figure'), 'Alt', 'A telephone')
    },
  },
  {
    what: 'a picture tag without a picture',
    codes: ['proof-structure'],
    damage: (file) => {
      tag(file, 'Figure').delete(name('K'))
    },
  },
  {
    what: 'a paragraph painted as artifact',
    codes: ['proof-structure', 'proof-text'],
    damage: (file) => {
      editContent(file, 1, (c) => c.replace(/\/P <<\s*\/MCID 1\s*>> BDC/, '/Artifact <</Type /Pagination>> BDC'))
    },
  },
  {
    what: 'paint outside marked content',
    codes: ['proof-structure'],
    damage: (file) => {
      editContent(file, 1, (c) => `${c}\n10 10 20 20 re f`)
    },
  },
  {
    what: 'two sentences painted in the wrong order, with the right tags',
    codes: ['proof-text'],
    damage: (file) => {
      editContent(file, 1, (c) => swapPainted(c, 'H1', 'P'))
    },
  },
  {
    what: 'one letter with the wrong text',
    codes: ['proof-text'],
    // The H of "Hackney" says B.
    damage: (file) => {
      mendLetter(file, 'H', utf16('B'))
    },
  },
  {
    what: 'one letter with a text of the private use area',
    codes: ['proof-glyph', 'proof-text'],
    damage: (file) => {
      mendLetter(file, 'H', 'e000')
    },
  },
  {
    what: 'one letter without text',
    codes: ['proof-glyph', 'proof-text'],
    damage: (file) => {
      mendLetter(file, 'H', 'fffd')
    },
  },
  {
    what: 'glyph 0 painted in place of a letter',
    codes: ['proof-glyph', 'proof-text'],
    arabic: ['proof-glyph', 'proof-structure', 'proof-text'],
    damage: (file) => {
      editContent(file, 2, (c) => c.replace(/\(\0[^\\]/, '(\0\0'))
    },
  },
  {
    what: 'a map from codes to glyphs that leads to glyph 0 and to others, though the text is right',
    codes: ['proof-glyph', 'proof-standard'],
    damage: (file) => {
      const descendant = fontOf(file).lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
      const glyphs = new Uint8Array(512).map((_, i) => (i % 2 === 1 && i !== 11 ? (i - 1) / 2 : 0))
      descendant.set(name('CIDToGIDMap'), file.context.register(file.context.stream(glyphs)))
    },
  },
  {
    what: 'a link to another place',
    codes: ['proof-structure'],
    damage: (file) => {
      setText(annotation(file).lookup(name('A'), PDFDict), 'URI', 'https://example.org/')
    },
  },
  {
    what: 'a link without description',
    codes: ['proof-structure'],
    damage: (file) => {
      annotation(file).delete(name('Contents'))
    },
  },
  {
    what: 'a link that no tag reaches',
    codes: ['proof-structure'],
    damage: (file) => {
      const link = kids(tag(file, 'Link'))
      link.remove(link.asArray().findIndex((_, i) => link.lookup(i) instanceof PDFDict))
    },
  },
  {
    what: 'the wrong title',
    codes: ['proof-metadata'],
    damage: (file) => {
      setText(info(file), 'Title', 'What they know about your family')
    },
  },
  {
    what: 'keywords of another edition',
    codes: ['proof-metadata'],
    damage: (file) => {
      const keywords = info(file).lookup(name('Keywords'))
      if (!(keywords instanceof PDFString || keywords instanceof PDFHexString)) throw new RangeError('no keywords')
      setText(info(file), 'Keywords', keywords.decodeText().replace('2018-05-25', '2018-05-26'))
    },
  },
  {
    what: 'the wrong day in the metadata',
    codes: ['proof-metadata'],
    damage: (file) => {
      setText(info(file), 'CreationDate', 'D:20261202000000Z')
    },
  },
  {
    what: 'a time that is another day in Greenwich',
    codes: ['proof-metadata'],
    damage: (file) => {
      setText(info(file), 'CreationDate', "D:20261201003000+01'00'")
    },
  },
  {
    what: 'the wrong language in the catalogue',
    codes: ['proof-language', 'proof-metadata'],
    arabic: ['proof-language', 'proof-metadata', 'proof-structure'],
    damage: (file) => {
      setText(file.catalog, 'Lang', 'de')
    },
  },
  {
    what: 'no language in the catalogue',
    codes: ['proof-language', 'proof-metadata'],
    arabic: ['proof-language', 'proof-metadata', 'proof-structure'],
    damage: (file) => {
      file.catalog.delete(name('Lang'))
    },
  },
  {
    what: 'not marked as tagged',
    codes: ['proof-metadata'],
    damage: (file) => {
      file.catalog.lookup(name('MarkInfo'), PDFDict).set(name('Marked'), PDFBool.False)
    },
  },
  {
    what: 'the file name shown in place of the title',
    codes: ['proof-metadata'],
    damage: (file) => {
      file.catalog.delete(name('ViewerPreferences'))
    },
  },
  {
    what: 'read from the other side',
    codes: ['proof-metadata'],
    damage: (file) => {
      const preferences = file.catalog.lookup(name('ViewerPreferences'), PDFDict)
      preferences.set(name('Direction'), name(preferences.get(name('Direction')) === name('R2L') ? 'L2R' : 'R2L'))
    },
  },
  {
    what: 'a bookmark lost',
    codes: ['proof-metadata'],
    damage: (file) => {
      const title = file.catalog.lookup(name('Outlines'), PDFDict).lookup(name('First'), PDFDict)
      title.lookup(name('First'), PDFDict).delete(name('Next'))
    },
  },
  {
    what: 'a page lost',
    codes: ['proof-structure', 'proof-text'],
    damage: (file) => {
      file.removePage(1)
    },
  },
]

describe.each(names)('a damage is found, and called by its name (%s)', (language) => {
  test.each(damages)('$what', async ({ damage, codes, arabic = codes }) => {
    const leaflet = leaflets.get(language)!
    expect(await codesOf(await edit(leaflet.pdf, damage), leaflet)).toEqual(language === 'ar' ? arabic : codes)
  })
})

describe('a file that cannot be read is a finding, never an exception', () => {
  const bytes: readonly { what: string; of: (pdf: Uint8Array) => Uint8Array }[] = [
    { what: 'empty', of: () => new Uint8Array() },
    { what: 'a text', of: () => new TextEncoder().encode('What we know about your family') },
    { what: 'cut in the middle', of: (pdf) => pdf.slice(0, pdf.length / 2) },
    { what: 'cut by ten bytes', of: (pdf) => pdf.slice(0, -10) },
    { what: 'with its first kilobyte gone', of: (pdf) => pdf.slice(1024) },
    { what: 'with its middle gone', of: (pdf) => new Uint8Array([...pdf.slice(0, 2000), ...pdf.slice(4000)]) },
    // Fonts come first in the file: what is left out of them is found, but does not make it unreadable.
    { what: 'with zeros near its end', of: (pdf) => pdf.map((byte, i) => (i > pdf.length * 0.8 && i < pdf.length * 0.9 ? 0 : byte)) }, // prettier-ignore
  ]
  test.each(bytes)('$what', async ({ of }) => {
    expect(await codesOf(of(good.pdf), good)).toEqual(['proof-unreadable'])
  })

  test('cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: good.pdf.length - 2 }), async (length) => {
        expect(await codesOf(good.pdf.slice(0, length), good)).toEqual(['proof-unreadable'])
      }),
      { numRuns: 50 },
    )
  })

  test('with any one byte changed, the proof ends without an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: good.pdf.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, to) => {
          await codesOf(
            good.pdf.map((byte, i) => (i === at ? to : byte)),
            good,
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('the leaflet of another document is refused', () => {
  const others: readonly { what: string; change: (leaflet: Leaflet) => Leaflet; codes: readonly string[] }[] = [
    {
      what: 'another file name',
      change: (l) => ({ ...l, fileName: 'tr/children-and-families.clinical.large-print.pdf' }),
      codes: ['proof-metadata'],
    },
    {
      what: 'a foot without the language',
      change: (l) => ({
        ...l,
        document: { ...l.document, lang: 'az' },
        fileName: 'az/children-and-families.clinical.standard.pdf',
      }),
      codes: ['proof-metadata'],
    },
    {
      what: 'another draft line',
      change: (l) => ({ ...l, document: { ...l.document, furniture: { ...l.document.furniture, draft: [] } } }),
      codes: ['proof-structure', 'proof-text'],
    },
  ]
  test.each(others)('$what', async ({ change, codes }) => {
    const { pdf, document, fileName } = change(good)
    const findings = await proofread(pdf, document, fileName)
    expect([...new Set(findings.map((f) => f.code))].sort()).toEqual(codes)
  })
})

function swap(array: PDFArray, a: number, b: number): void {
  const [first, second] = [array.get(a), array.get(b)]
  array.set(a, second)
  array.set(b, first)
}

function splitList(file: PDFDocument): void {
  const document = tag(file, 'Document')
  // What is collected: it starts on the first page and ends on the second.
  const list = tag(file, 'L', 1)
  const place = kids(document).asArray().findIndex((_, i) => kids(document).lookup(i) === list) // prettier-ignore
  const items = kids(list)
  const rest = file.context.obj({ S: 'L', P: list.get(name('P')), K: items.asArray().slice(3) })
  while (items.size() > 3) items.remove(3)
  kids(document).insert(place + 1, file.context.register(rest))
}

/** The code of a letter gets another text. */
function mendLetter(file: PDFDocument, letter: string, text: string): void {
  const font = fontOf(file, letter)
  const map = font.get(name('ToUnicode'))
  font.set(name('ToUnicode'), changed(file, map, (lines) => lines.replace(entryOf(letter), text))) // prettier-ignore
}

function annotation(file: PDFDocument): PDFDict {
  const link = kids(tag(file, 'Link'))
  const reference = link.asArray().map((_, i) => link.lookup(i)).find((kid) => kid instanceof PDFDict) // prettier-ignore
  if (!reference) throw new RangeError('no link to damage')
  return reference.lookup(PDFName.of('Obj'), PDFDict)
}
