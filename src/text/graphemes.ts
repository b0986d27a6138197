const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Grapheme clusters of a text (UAX #29, extended), with their UTF-16 offsets; by ICU's own data, see test/standards. */
export const graphemesOf = (text: string): Intl.Segments => segmenter.segment(text)
