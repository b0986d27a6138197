import PDFDocument from 'pdfkit'

const FONT = 'node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'

/** Text at a spot, in marked content of its own. */
export interface Spot {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** A page of 300 × 300 pt with the spots, in order; marked content 0, 1, 2 …; for what single readers do. */
export function rawPages(pages: readonly (readonly Spot[])[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, size: [300, 300], margin: 0, tagged: true, font: FONT })
  const chunks: Buffer[] = []
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('error', reject)
    pdf.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)))
    })
  })
  const list = pdf.struct('L')
  for (const spots of pages) {
    pdf.addPage().fontSize(10)
    for (const { text, x, y } of spots) {
      const content = pdf.markStructureContent('LI')
      pdf.text(text, x, y, { lineBreak: false })
      pdf.endMarkedContent()
      list.add(pdf.struct('LI', {}, [content]))
    }
  }
  list.end()
  pdf.addStructure(list)
  pdf.end()
  return done
}
