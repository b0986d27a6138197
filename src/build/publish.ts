import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileStart, finding, type Finding } from '../report/index.js'
import { BACK_ROOM } from './notebook.js'
import { makeFolder, putInPlace } from './put-in-place.js'
import { readText } from './read-file.js'
import { parseRecord } from './record.js'
import { SeenFiles } from './seen.js'
import { writeFile, type Content } from './write-file.js'

/**
 * An edition is made aside, in `output/.doorstep/next`, and published in one step: the journal says what is moved where,
 * and from the moment it stands, the publication will be finished, by this process or by the next build.
 *
 *   next/tr/….pdf written … │ journal.json put in place │ moves … │ journal.json removed
 *      a stop here: the     │ a stop here: the next build does the moves that are left
 *      old edition stands   │
 */
export interface Move {
  /** Both relative to the output folder. */
  readonly from: string
  readonly to: string
}

const JOURNAL = `${BACK_ROOM}/journal.json`
/** Folder of leaflets that are made and not published. */
export const NEXT = `${BACK_ROOM}/next`
export const LOCK = `${BACK_ROOM}/lock`
/** Folder of leaflets that are no longer handed out. */
export const WITHDRAWN = 'withdrawn'

export const isInterrupted = (out: string): boolean => existsSync(join(out, JOURNAL))

/** For who looks at an output folder and may not finish anything there: what lies in it may be of two editions. */
export const unfinished = (folder: string, out: string): Finding[] =>
  isInterrupted(out)
    ? [finding('publication-unfinished', fileStart(new SeenFiles(folder).name(join(out, JOURNAL))), {})]
    : []

/** Writes a file aside, whole. Throws what the disk says. */
export function writeAside(out: string, file: string, content: Content): void {
  const path = join(out, NEXT, file)
  makeFolder(dirname(path))
  writeFile(path, content)
}

/** Publishes what was written aside. `failed` hears of files that cannot be moved; the others are. */
export function publish(out: string, moves: readonly Move[], failed: (move: Move, error: unknown) => void): void {
  // A journal that was lost with the power would be worse than none: it goes to the disk itself.
  const journal = join(out, JOURNAL)
  putInPlace(journal, JSON.stringify(moves))
  flush(journal)
  finish(out, moves, failed)
}

/** Finishes a publication that was interrupted; false if there was none. */
export function finishPublication(out: string, failed: (move: Move, error: unknown) => void): boolean {
  const moves = readJournal(join(out, JOURNAL))
  if (moves) finish(out, moves, failed)
  // What is no journal of ours (one that was cut short was never put in place) says nothing.
  else rmSync(join(out, JOURNAL), { recursive: true, force: true })
  return moves !== undefined
}

/** Undefined if it is none, or would move something that lies elsewhere. */
function readJournal(path: string): readonly Move[] | undefined {
  try {
    const moves = parseRecord(readText(path))
    return Array.isArray(moves) && moves.every(isMove) ? moves : undefined
  } catch {
    return undefined
  }
}

function isMove(value: unknown): value is Move {
  const { from, to } = (value ?? {}) as Partial<Move>
  return [from, to].every((path) => typeof path === 'string' && isInside(path))
}

/** Whether a path leads to something in its folder: nothing outside is ever moved. */
const isInside = (path: string): boolean => !/^$|^\/|(?:^|[/\\])\.\.(?:[/\\]|$)|^[A-Za-z]:/.test(path)

function finish(out: string, moves: readonly Move[], failed: (move: Move, error: unknown) => void): void {
  for (const move of moves) {
    const from = join(out, move.from)
    try {
      // What is not there was moved before the stop.
      if (!existsSync(from)) continue
      makeFolder(dirname(join(out, move.to)))
      renameSync(from, join(out, move.to))
      dropEmpty(dirname(from), out)
    } catch (error) {
      failed(move, error)
    }
  }
  rmSync(join(out, JOURNAL), { force: true })
  rmSync(join(out, NEXT), { recursive: true, force: true })
}

/** A language that is withdrawn leaves no empty folder behind. */
function dropEmpty(folder: string, out: string): void {
  if (folder === out) return
  try {
    rmdirSync(folder)
  } catch {
    // Something is in it.
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
