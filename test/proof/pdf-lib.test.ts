import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { readObjects } from '../../src/proof/pdf-lib.js'
import { edit, info, kids, name, setText, tag } from '../damage/tools.js'
import { rawPages } from './helpers/raw-page.js'

const onePage = [{ text: 'One', x: 20, y: 20 }]

test('one list over two pages is one list', async () => {
  const { roots } = await readObjects(await rawPages([onePage, onePage]))
  expect(roots).toEqual([
    {
      kind: 'tag',
      role: 'L',
      kids: [
        { kind: 'tag', role: 'LI', kids: [{ kind: 'content', page: 1, mcid: 0, inParentTree: true }] },
        { kind: 'tag', role: 'LI', kids: [{ kind: 'content', page: 2, mcid: 0, inParentTree: true }] },
      ],
    },
  ])
})

test('a tree that runs in a circle is read once', async () => {
  const pdf = await edit(await rawPages([onePage]), (file) => {
    kids(tag(file, 'LI')).push(kids(file.catalog.lookup(name('StructTreeRoot'), PDFDict)).get(0))
  })
  const { roots } = await readObjects(pdf)
  expect(roots.map((root) => root.kids.length)).toEqual([1])
})

test('oddity: a text is one of two classes, both are read', async () => {
  for (const text of [PDFString.of('Gr\\374n'), PDFHexString.fromText('Grün')]) {
    const pdf = await edit(await rawPages([onePage]), (file) => {
      tag(file, 'LI').set(name('Alt'), text)
    })
    const [list] = (await readObjects(pdf)).roots
    expect(list?.kids.map((kid) => kid.kind === 'tag' && kid.alt)).toEqual(['Grün'])
  }
})

test('oddity: unless told not to, it changes what it loads', async () => {
  const pdf = await edit(await rawPages([onePage]), (file) => {
    setText(info(file), 'Producer', 'Doorstep')
  })
  const file = await PDFDocument.load(pdf)
  expect(file.getProducer()).not.toBe('Doorstep')
})

test('oddity: a name is compared by identity, and has its slash in asString', () => {
  expect(PDFName.of('Lang')).toBe(PDFName.of('Lang'))
  expect(PDFName.of('Lang').asString()).toBe('/Lang')
  expect(PDFName.of('Lang').decodeText()).toBe('Lang')
})
