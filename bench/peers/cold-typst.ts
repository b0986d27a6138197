import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** The least program that makes the same PDF with Typst: opens the folder with the two fonts, compiles, writes. */
const [folder = '', out = ''] = process.argv.slice(2)
const { fonts, foot } = JSON.parse(readFileSync(join(folder, 'typst.json'), 'utf8')) as {
  fonts: string[]
  foot: string
}
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fonts }] })
const compiled = compiler.compile({ mainFilePath: join(folder, 'en.typ'), inputs: { foot } })
if (!compiled.result) throw new Error('No leaflet was made')
writeFileSync(out, compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: 1_795_392_000 }))
