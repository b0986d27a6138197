import { viewOf } from './sfnt.js'

/** What is read of a table: numbers, most significant byte first. Beyond its end it throws RangeError. */
export type TableView = Pick<DataView, 'getUint8' | 'getUint16' | 'getInt16' | 'getUint32'>

/** Numbers that are read before a table is given up. Of 70 fonts from Noto and Source none has 60,000 to read. */
const MOST = 1_000_000

/**
 * A table that throws RangeError, too, when it has been read a million times: one that is damaged may have 65,535 lists
 * of as many lists, all in the same place.
 */
export function patientView(table: Uint8Array): TableView {
  const view = viewOf(table)
  let left = MOST
  const count = (): void => {
    if (left-- === 0) throw new RangeError('it is read without an end')
  }
  return {
    getUint8: (at) => (count(), view.getUint8(at)),
    getUint16: (at) => (count(), view.getUint16(at)),
    getInt16: (at) => (count(), view.getInt16(at)),
    getUint32: (at) => (count(), view.getUint32(at)),
  }
}
