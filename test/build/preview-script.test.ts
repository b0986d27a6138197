import { createContext, runInContext } from 'node:vm'
import { beforeEach, expect, test } from 'vitest'
import { PREVIEW_SCRIPT } from '../../src/build/preview-script.js'

/** As much of a browser as the script asks for. A main has marks and figures, each so far from the top of the window. */
interface Box {
  readonly id: string
  readonly className: string
  readonly top: number
}
interface Main {
  readonly dataset: { readonly stamp: string; readonly news: string }
  readonly outerHTML: string
  readonly boxes: readonly Box[]
  readonly links: readonly string[]
}
const mainOf = (stamp: string, boxes: readonly Box[], links: readonly string[] = []): Main => ({
  dataset: { stamp, news: 'The preview was renewed' },
  outerHTML: `main ${stamp}`,
  boxes,
  links,
})
const box = (id: string, top: number): Box => ({ id, className: id.startsWith('mark') ? 'mark' : '', top })

let shown: Main
let said: string
let scrolled: number
let focused: string | null
let frames: { hidden?: boolean; src?: string; contentWindow: object }[]
let asked: string[]
let parked: Readonly<Record<string, Main>>
let hear: (event: object) => void
let page: Record<string, unknown>

function open(main: Main, inFrame?: { postMessage(text: string): void }): void {
  shown = main
  ;[said, scrolled, focused, frames, asked, parked] = ['', 0, null, [], [], {}]
  const element = ({ id, className, top }: Box) => ({ id, className, getBoundingClientRect: () => ({ top, bottom: top + 100 }) }) // prettier-ignore
  const link = (href: string) => ({ getAttribute: () => href, focus: (how: object) => { focused = `${href} ${JSON.stringify(how)}` } }) // prettier-ignore
  const live = (main: Main) => ({
    ...main,
    querySelectorAll: (what: string) => (what === 'a' ? main.links.map(link) : main.boxes.map(element)),
    contains: () => focused !== null,
    replaceWith: (next: Main) => (shown = next),
  })
  const status = { set textContent(text: string) { said = text } } // prettier-ignore
  page = {
    addEventListener: (_: string, listener: typeof hear) => (hear = listener),
    document: {
      currentScript: { dataset: { version: 'a.version.js' } },
      querySelector: (what: string) => (what === 'main' ? live(shown) : what === 'aside' ? { scrollTop: 0 } : status),
      getElementById: (id: string) => shown.boxes.filter((b) => b.id === id).map(element)[0],
      createElement: (name: string) => (name === 'iframe' ? { contentWindow: {}, remove: () => frames.pop() } : {}),
      head: { append: (script: { src: string }) => asked.push(script.src) },
      body: { append: (frame: (typeof frames)[number]) => frames.push(frame) },
      get activeElement() { return { getAttribute: () => focused } }, // prettier-ignore
    },
    DOMParser: class {
      parseFromString = (text: string) => ({ querySelector: () => live(parked[text]!) })
    },
    location: { pathname: '/a.html' },
    innerHeight: 500,
    scrollBy: (_: number, by: number) => (scrolled += by),
    setTimeout: () => 0,
  }
  page['window'] = page
  page['parent'] = inFrame ?? page
  runInContext(PREVIEW_SCRIPT, createContext(page))
}
const version = (stamp: string): void => {
  ;(page['doorstepPreview'] as (stamp: string) => void)(stamp)
}
/** The version changes, and the frame hands over what it says. */
function change(next: Main): void {
  version(next.dataset.stamp)
  parked = { [next.outerHTML]: next }
  hear({ source: frames[0]?.contentWindow, data: next.outerHTML })
}

beforeEach(() => {
  open(mainOf('one', [box('page-1', -300), box('mark-1', -200), box('page-2', 40), box('mark-2', 90)]))
})

test('it asks for its version, and does nothing while that is the same', () => {
  version('one')
  expect([asked, frames, said]).toEqual([[expect.stringMatching(/^a\.version\.js\?\d+$/)], [], ''])
})

test('another version is opened once in a hidden frame, which goes when it has told', () => {
  version('two')
  version('two')
  expect(frames).toMatchObject([{ hidden: true, src: '/a.html?two' }])
  change(mainOf('two', []))
  expect([frames, shown.dataset.stamp, said]).toEqual([
    [],
    'two',
    expect.stringMatching(/^The preview was renewed at /),
  ])
})

test('the mark in view keeps its height, or else the page does', () => {
  change(mainOf('two', [box('page-1', -300), box('page-2', 70), box('mark-1', 100), box('mark-2', 250)]))
  expect(scrolled).toBe(250 - 90)
  open(mainOf('one', [box('page-1', -90), box('mark-1', 700)]))
  change(mainOf('two', [box('page-1', -60), box('mark-1', 100)]))
  expect(scrolled).toBe(30)
  change(mainOf('three', []))
  expect(scrolled).toBe(30)
})

test('the focus stays on its link, without scrolling; what has no focus gets none', () => {
  change(mainOf('two', [], ['#mark-1']))
  expect(focused).toBe(null)
  focused = '#mark-1'
  change(mainOf('three', [], ['a.pdf', '#mark-1']))
  expect(focused).toBe('#mark-1 {"preventScroll":true}')
})

test('only its own frame is listened to', () => {
  parked = { x: mainOf('two', []) }
  hear({ source: {}, data: 'x' })
  version('two')
  hear({ source: {}, data: 'x' })
  expect(shown.dataset.stamp).toBe('one')
})

test('that the watch has ended is said once, and taken back when it goes on', () => {
  version('')
  expect([said, frames]).toEqual(['This preview is no longer kept up to date', []])
  said = 'unchanged'
  version('')
  expect(said).toBe('unchanged')
  version('one')
  expect(said).toBe('')
})

test('in the frame it hands over what it says and asks for nothing', () => {
  const told: string[] = []
  open(mainOf('two', []), { postMessage: (text) => told.push(text) })
  expect([told, asked]).toEqual([['main two'], []])
})
