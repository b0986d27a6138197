import { expect, test } from 'vitest'
import { measureLeaflets } from '../../bench/leaflets.js'

/**
 * With a dot where a line of the foot ends, English in it and a page number beside it; `fa` has contents with numbers in the
 * Arabic font, `ur` those of Noto Sans beside Nastaliq. All languages are in the bench.
 */
test.each(['he', 'ur', 'fa'])(
  'whole leaflets come back by each reader, foot and contents too (%s)',
  async (language) => {
    const leaflets = await measureLeaflets([language])
    expect(leaflets.map(({ format }) => format).sort()).toEqual(['easy-read', ...Array<string>(5).fill('standard')])
    for (const { id, errors, words } of leaflets) {
      // Null: pdftotext is not installed, which openPdftotext has said.
      const { pdftotext, ...others } = errors
      expect([id, others, pdftotext ?? 0, words]).toEqual([id, { 'pdf-parse': 0, PDFium: 0 }, 0, 0])
    }
  },
)
