import { readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { describe, expect } from 'vitest'
import { openSmallWorkshop } from '../build/small-workshop.js'
import { redisInstalled } from './redis.js'
import { KEYS, openS3 } from './s3.js'
import { allMadeBy, CHOICE, madeBy, test } from './town.js'

interface Said {
  readonly findings: readonly { readonly code: string; readonly title: string; readonly leaflets?: string[] }[]
  readonly leaflets: readonly { readonly id: string; readonly state: string }[]
}
const parsed = (text: string): Said => JSON.parse(text) as Said
const notice = 'visit'

describe.skipIf(!redisInstalled).concurrent('a build by queue', () => {
  test('two workers make the same bytes and say the same, in the same order, as one machine', async ({
    town,
    here,
    redis,
  }) => {
    // Something to say in each language: one text that no font has, one that nobody asks for, one slot that is no slot.
    here.change('locales/tr/visit.json', '"title": "', '"title": "ⴰ ')
    here.change('locales/en/leaflet.json', '"folio": "', '"extra": "Never asked for", "folio": "')
    here.change('locales/pl/leaflet.json', '{{page}}', '{{strona}}')
    const local = here.copy()
    const alone = town.run(['build', ...CHOICE, '--jobs', '1', '--workspace', local.folder])
    const expected = { ...(await alone.end()), output: local.output() }
    local.close()
    const workers = await Promise.all(['a', 'b'].map((name) => town.worker(redis.url, name, { folder: here.folder })))
    const done = await town.build(redis.url, here.folder).end()
    expect({ ...done, output: here.output() }).toEqual(expected)
    expect(expected).toMatchObject({ code: 1, err: '' })
    expect(Object.keys(expected.output).filter((file) => file.endsWith('.pdf'))).toHaveLength(2)
    // A worker tells of held leaflets too: all six, each once.
    expect(new Set(await allMadeBy(6, ...workers)).size).toBe(6)
    expect(madeBy(...workers)).toHaveLength(6)
    await Promise.all(workers.map((w) => w.kill()))
  })

  test('what was made is not made again: not for another build, nor after a coordinator was killed', async ({
    town,
    here,
    redis,
  }) => {
    const worker = await town.worker(redis.url, 'a', { environment: { SLOW: '100' } })
    const first = town.build(redis.url, here.folder)
    await worker.hears(/(?:made .*\n){3}/)
    await first.kill()
    const second = await town.build(redis.url, here.folder).end()
    expect([second.code, parsed(second.out).leaflets.filter((l) => l.state === 'built').length]).toEqual([0, 6])
    const elsewhere = town.shop.copy()
    await town.build(redis.url, elsewhere.folder).end()
    expect(elsewhere.output()).toEqual(here.output())
    elsewhere.close()
    expect(await allMadeBy(6, worker)).toEqual([...new Set(madeBy(worker))])
    expect(madeBy(worker)).toHaveLength(6)
    await worker.kill()
  })

  test('what differs is made, and nothing else; what nobody made stays as it was; the ledger is that of one machine', async ({
    town,
    redis,
  }) => {
    const small = openSmallWorkshop()
    const local = small.copy()
    const how = ['build', '--date', '2026-12-01', '--no-proof', '--json', '--workspace']
    const alone = () => town.run([...how, local.folder, '--jobs', '1']).end()
    const queue = (patience = '30') =>
      town.run([...how, small.folder, '--queue', redis.url, '--store', town.store, '--patience', patience]).end()
    const states = (text: string): object => Object.fromEntries(parsed(text).leaflets.map((l) => [l.id, l.state]))
    let worker = await town.worker(redis.url, 'a', { folder: small.folder })
    const first = await queue()
    expect([first, (await allMadeBy(12, worker)).length]).toEqual([await alone(), 12])
    expect(small.output()).toEqual(local.output())
    await worker.kill()

    // Nobody is there: the last good leaflets stay, and their ledger says of them what it said.
    for (const shop of [small, local]) {
      shop.change('locales/tr/visit.json', 'Türkçe for care alone.', 'Türkçe for care.')
      shop.change('locales/pl/visit.json', '"title"', ' "title"')
    }
    const before = small.output()
    const nobody = await queue('1')
    expect([nobody.code, parsed(nobody.out).findings.map((f) => f.code)]).toEqual([1, ['queue-still']])
    expect(small.output()).toEqual(before)
    // Nothing has moved since, and yet they are asked for again.
    worker = await town.worker(redis.url, 'a', { folder: small.folder })
    const second = await queue()
    expect(states(second.out)).toEqual(states((await alone()).out))
    const tr = ['tr/visit.care.large', 'tr/visit.care.standard', 'tr/visit.whole.large', 'tr/visit.whole.standard']
    expect(await allMadeBy(tr.length, worker)).toEqual(tr)
    expect(small.output()).toEqual(local.output())
    // Nothing differs any more.
    const third = await queue()
    expect(new Set(parsed(third.out).leaflets.map((l) => l.state))).toEqual(new Set(['current']))
    // What was made elsewhere was noted as read: a text in a language, long after, is seen.
    small.change('locales/pl/visit.json', 'Polski for care alone.', 'Polski for care.')
    expect(parsed((await queue()).out).leaflets.filter((l) => l.state === 'built')).toHaveLength(4)
    await worker.kill()
    for (const shop of [small, local]) shop.close()
  })

  test('a worker that is told to stop finishes its leaflet, and leaves the others', async ({ town, here, redis }) => {
    const worker = await town.worker(redis.url, 'a', { environment: { SLOW: '300' } })
    const build = town.build(redis.url, here.folder)
    await worker.hears(`made en/${notice}.whole.standard`)
    worker.child.kill('SIGTERM')
    const { code, out, err } = await worker.end()
    const made = out.match(/^made /gm)!.length
    expect([code, err, out.trimEnd().split('\n').at(-1)]).toEqual([0, '', `Made ${made}, the same 0, held 0, failed 0`])
    expect(made).toBeLessThan(6)
    const other = await town.worker(redis.url, 'b')
    expect((await build.end()).code).toBe(0)
    expect(await allMadeBy(6 - made, other)).toHaveLength(6 - made)
    await other.kill()
  })

  test('a leaflet that cannot be made is set aside after three tries; the others go on; it can be put back', async ({
    town,
    here,
    redis,
  }) => {
    const bad = await town.worker(redis.url, 'bad-host', { environment: { BROKEN: 'pl.care' } })
    const { code, out, err } = await town.build(redis.url, here.folder).end()
    const { findings, leaflets } = parsed(out)
    const id = `pl/${notice}.care.standard`
    expect([code, err]).toEqual([1, ''])
    expect(findings).toMatchObject([
      {
        code: 'leaflet-set-aside',
        place: { file: `templates/notices/${notice}.json` },
        title: `${id} was set aside, nobody could make it: ${id}: a fault (last on bad-host)`,
        leaflets: [id],
      },
    ])
    expect(leaflets.filter((l) => l.state === 'held').map((l) => l.id)).toEqual([id])
    expect(bad.said().match(/could not be made/g)).toHaveLength(3)
    await bad.kill()

    // Another build says so at once: nothing is tried a fourth time by itself.
    const good = await town.worker(redis.url, 'b')
    expect(parsed((await town.build(redis.url, here.folder).end()).out).findings).toHaveLength(1)
    const look = await town.run(['queue', '--queue', redis.url]).end()
    expect(look.out).toContain(`set aside  1\n  ${id}: ${id}: a fault (bad-host)\n`)
    const again = await town.run(['queue', '--queue', redis.url, '--again', '--json']).end()
    expect(JSON.parse(again.out)).toMatchObject({ findings: [], aside: [] })
    expect((await town.build(redis.url, here.folder).end()).code).toBe(0)
    expect(await allMadeBy(1, good)).toEqual([id])
    await good.kill()
  })

  test('a worker with another workspace gives leaflets back and says what differs, until it has the right one', async ({
    town,
    here,
    redis,
  }) => {
    const other = town.shop.copy()
    other.change('locales/tr/leaflet.json', '"folio": "', '"folio": "x')
    const worker = await town.worker(redis.url, 'other-host', { folder: other.folder })
    const build = town.build(redis.url, here.folder)
    await worker.hears('Gave a leaflet back: locales/tr/leaflet.json differs\n')
    expect(madeBy(worker)).toEqual([])
    // As `git pull` on that host would do.
    other.write('locales/tr/leaflet.json', here.read('locales/tr/leaflet.json'))
    const { code, out } = await build.end()
    expect([code, (await allMadeBy(6, worker)).length]).toEqual([0, 6])
    expect(parsed(out).findings).toMatchObject([
      {
        code: 'worker-differs',
        severity: 'warning',
        place: { file: 'locales/tr/leaflet.json' },
        title:
          'The worker on other-host has another workspace, and makes nothing of this one: locales/tr/leaflet.json differs',
      },
    ])
    await worker.kill()
    other.close()
  })

  test('a file that is there and cannot be read is not taken for one that is missing', async ({
    town,
    here,
    redis,
  }) => {
    // As an account that may not read it: tests may run as one that may read everything.
    const file = join(here.folder, 'locales/tr/leaflet.json')
    const text = readFileSync(file, 'utf8')
    rmSync(file)
    symlinkSync('leaflet.json', file)
    const worker = await town.worker(redis.url, 'a', { folder: here.folder })
    const { out } = await town.build(redis.url, here.folder).end()
    expect(parsed(out).findings.map((f) => f.title)).toEqual([
      'This is here and cannot be read: it is a symbolic link that leads back to itself',
    ])
    const whole = here.copy()
    rmSync(join(whole.folder, 'locales/tr/leaflet.json'))
    whole.write('locales/tr/leaflet.json', text)
    const other = await town.build(redis.url, whole.folder, '--patience', '5').end()
    expect(parsed(other.out).findings.map((f) => f.title)).toContain(
      'The worker on a has another workspace, and makes nothing of this one: locales/tr/leaflet.json cannot be read there: it is a symbolic link that leads back to itself',
    )
    await worker.kill()
    whole.close()
  })

  test('leaflets of a workspace that nobody has any more stand in nobody’s way', async ({ town, here, redis }) => {
    const gone = town.shop.copy()
    gone.change('locales/tr/leaflet.json', '"folio": "', '"folio": "x')
    expect((await town.build(redis.url, gone.folder, '--patience', '1').end()).code).toBe(1)
    const worker = await town.worker(redis.url, 'a')
    await worker.hears('Gave a leaflet back')
    const { code, out } = await town.build(redis.url, here.folder).end()
    expect([code, parsed(out).findings]).toEqual([0, []])
    // It gave back one or two, not all six before it came to those that it could make.
    expect(worker.said().match(/Gave a leaflet back/g)!.length).toBeLessThan(6)
    await worker.kill()
    gone.close()
  })

  test('a worker with another store gives leaflets back, and so does one whose store is full or not writable', async ({
    town,
    here,
    redis,
  }) => {
    const elsewhere = town.shop.copy()
    // A file stands where the folder of PDFs should be.
    elsewhere.write('store/pdf', '')
    const worker = await town.worker(redis.url, 'other-host', { store: `${elsewhere.folder}/store` })
    const { code, out } = await town.build(redis.url, here.folder, '--patience', '8').end()
    expect([code, parsed(out).findings.map((f) => f.title)]).toEqual([
      1,
      [
        'No leaflet was finished for 8 s: 1 worker is there',
        'The worker on other-host cannot use its store, and makes nothing: a file stands where the folder should be',
      ],
    ])
    expect(parsed(out).leaflets.every((l) => l.state === 'held')).toBe(true)
    await worker.kill()
    elsewhere.close()
  })

  test('goes by a bucket, and no key or password stands on the queue or is said', async ({ town, here, redis }) => {
    const s3 = await openS3('leaflets')
    const secrets = { ...KEYS, AWS_ENDPOINT_URL: s3.endpoint }
    const worker = await town.worker(redis.url, 'a', { folder: here.folder, store: 's3://leaflets/x', environment: secrets }) // prettier-ignore
    const build = await town.run(['build', ...CHOICE, '--workspace', here.folder, '--queue', redis.url, '--store', 's3://leaflets/x'], secrets).end() // prettier-ignore
    expect([build.code, build.err]).toEqual([0, ''])
    expect(Object.keys(here.output()).filter((file) => file.endsWith('.pdf'))).toHaveLength(6)
    expect([...s3.files.keys()].filter((file) => file.endsWith('.pdf'))).toHaveLength(6)
    await worker.kill()
    const client = new Redis(redis.url)
    const kept: unknown[] = []
    for (const key of await client.keys('*')) if ((await client.type(key)) === 'hash') kept.push(await client.hgetall(key)) // prettier-ignore
    client.disconnect()
    expect(kept.length).toBeGreaterThan(6)
    expect(`${JSON.stringify(kept)}${worker.said()}${build.out}`).not.toMatch(/AKIATEST|a\+secret/)
    await s3.close()
  })
})
