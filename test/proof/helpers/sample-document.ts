import type { Block, Document, Figure, ListItem, Span, Text } from '../../../src/document/index.js'

/** A small document in the typewriter's manner: each text knows the line of a made-up file. */
export function sampleDocument(): Document {
  lines = 0
  const list = [
    'Names and dates of birth',
    'Where you live',
    'Who looks after you',
    'Your school',
    'Your health',
    'What you need',
    'What you ask of us',
  ]
  const blocks: Block[] = [
    { kind: 'heading', id: 'n1', depth: 1, text: say('What we know about your family') },
    { kind: 'paragraph', id: 'n2', style: 'lead', text: say('Children and families service') },
    { kind: 'heading', id: 'n3', depth: 2, text: say('What we collect') },
    {
      kind: 'paragraph',
      id: 'n4',
      style: 'body',
      text: [
        ...say('We write down what you tell us. In Turkish this is called '),
        span('gizlilik bildirimi', { lang: 'tr' }),
        ...say('. Ask for it at '),
        span('hackney.gov.uk/privacy', { href: 'https://hackney.gov.uk/privacy' }),
        ...say(' or by phone: \u2068020\u00A08356\u00A03000\u2069.'),
      ],
    },
    {
      kind: 'list',
      id: 'n5',
      items: list.map((text, i): ListItem => ({ kind: 'item', id: `n5.${i}`, text: say(text) })),
    },
    { kind: 'heading', id: 'n6', depth: 2, text: say('Hard words') },
    {
      kind: 'words',
      id: 'n7',
      entries: [{ kind: 'word', id: 'n7.1', term: say('Consent'), meaning: say('You say yes to something.') }],
    },
    { kind: 'row', id: 'n8', figure: figure('n8.f'), text: say('A worker visits you at home.') },
    {
      kind: 'box',
      id: 'n9',
      blocks: [
        { kind: 'heading', id: 'n10', depth: 3, text: say('Who to ask') },
        {
          kind: 'paragraph',
          id: 'n11',
          style: 'body',
          text: say('The town hall, Mare Street, London. It is open on working days.'),
        },
      ],
    },
  ]
  return {
    lang: 'en',
    direction: 'ltr',
    title: 'What we know about your family',
    notice: 'sample',
    service: 'whole',
    format: 'standard',
    contentDate: '2018-05-25',
    issueDate: '2026-12-01',
    edition: '3KTM7QX9',
    blocks,
    furniture: {
      draft: [say('Draft: nobody has checked this text yet')],
      tab: [say('English')],
      foot: [say('Text of 25 May 2018 (2018-05-25), printed 1 December 2026 (2026-12-01), en, 3KTM7QX9')],
      folio: [...say('Page '), { ...span(''), field: 'page' }, ...say(' of '), { ...span(''), field: 'pages' }],
      digits: '0123456789',
    },
  }
}

let lines = 0

export function span(text: string, more: { readonly lang?: string; readonly href?: string } = {}): Span {
  lines++
  return {
    text,
    lang: 'en',
    weight: 'regular',
    origin: { place: { file: 'locales/en/sample.json', line: lines, column: 3 } },
    ...more,
  }
}

export const say = (text: string): Text => [span(text)]

function figure(id: string): Figure {
  const shape = {
    path: 'M0 0h10v10h-10z',
    fillRule: 'nonzero',
    strokeWidth: 0,
    lineCap: 'butt',
    lineJoin: 'miter',
  } as const
  const picture = { id: 'visit', size: { width: 10, height: 10 }, shapes: [shape] }
  return { kind: 'figure', id, picture, alt: say('A worker stands at a door') }
}
