import { placesIn, type Place } from '../report/index.js'

/** A line that is longer tells nobody anything: some tools write a whole file in one. */
const LONGEST_LINE = 2000

/** Places in a translator's file. */
export function placesWithin(file: string, text: string): (at: number) => Place {
  const places = placesIn(file, text)
  return (at) => {
    const { excerpt, ...place } = places(at)
    return excerpt === undefined || excerpt.length > LONGEST_LINE ? place : { ...place, excerpt }
  }
}
