/**
 * `npm test`: every test, or those under the paths given (`npm test -- src/core test/api`). Shows a line for each
 * file and every failure in full; the totals of the runner are the last lines. Exit code 1 when anything failed.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type EventData, run } from 'node:test'
import { inspect } from 'node:util'
import { buildWeb } from './build-web.ts'

const root = path.resolve(import.meta.dirname, '..')
/** Of one test: after it the test has failed. */
const longestTest = 10 * 60_000
/** A file that keeps something open after its last test never ends: so long after the last word of any the run is given up. */
const longestSilence = longestTest + 5 * 60_000

/** Waits, with its database, until no other test file has one; see `testDatabase`. */
const isAlone = (file: string): boolean => readFileSync(path.join(root, file), 'utf8').includes('isAlone: true')

/**
 * Whole programs and browsers first: started last, they would run alone at the end. Before them those that must be alone,
 * with tests of `core`, which have no database, for their neighbours.
 */
function testFiles(wanted: readonly string[]): readonly string[] {
  const all = globSync('{test,src,tools}/**/*.test.{ts,tsx}', { cwd: root }).sort()
  const {
    alone = [],
    core = [],
    whole = [],
    others = [],
  } = Object.groupBy(all, (file) =>
    isAlone(file) ? 'alone' : file.startsWith('src/core/') ? 'core' : file.startsWith('test/') ? 'whole' : 'others',
  )
  const beside = Math.ceil(core.length / Math.max(1, alone.length))
  const first = alone.flatMap((file, index) => [file, ...core.slice(index * beside, (index + 1) * beside)])
  const ordered = [...first, ...core.slice(alone.length * beside), ...whole, ...others]
  if (wanted.length === 0) return ordered
  const prefixes = wanted.map((one) => path.relative(root, path.resolve(one)))
  return ordered.filter((file) => prefixes.some((prefix) => file === prefix || file.startsWith(`${prefix}/`)))
}

/** `begun` is the test that a file began last: of a file that ended by itself nothing else tells where. */
function describeFailure(data: EventData.TestFail, begun: string | undefined): string {
  const { exitCode, signal, ...error } = data.details.error as Error & { exitCode?: number | null; signal?: string }
  const place = `${path.relative(root, data.file ?? '')}:${data.line ?? 1}`
  const ended =
    data.name === data.file ? `\n  ended (${signal ?? exitCode ?? 'given up'}); it had begun «${begun}» last` : ''
  const cause = inspect(data.details.error.cause ?? error, { depth: 6 }).replace(/^/gm, '    ')
  return `✖ ${data.name}\n  ${place}${ended}\n${cause}\n`
}

/** A suite or file that failed only because a test in it did says nothing new. */
function isConsequence({ details }: EventData.TestFail): boolean {
  return (details.error as { failureType?: string }).failureType === 'subtestsFailed'
}

function fileLine(file: string, { success, counts, duration_ms }: EventData.TestSummary): string {
  return `${success ? '✔' : '✖'} ${path.relative(root, file)} (${counts.tests}, ${(duration_ms / 1000).toFixed(1)} s)`
}

function closingLines({ counts, duration_ms }: EventData.TestSummary): string {
  const { tests, suites, passed, cancelled, skipped, todo, topLevel } = counts
  const failed = 'failed' in counts ? Number(counts.failed) : tests - passed - cancelled - skipped - todo
  const lines = { tests, suites, pass: passed, fail: failed, cancelled, skipped, todo, duration_ms }
  return topLevel === 0
    ? 'No tests ran'
    : Object.entries(lines)
        .map(([name, value]) => `# ${name} ${value}`)
        .join('\n')
}

/** On a machine without NSS the test browser brings its own, when it is told that it runs on Amazon's Linux. */
function helpBrowser(): void {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib']
  if (!folders.some((folder) => existsSync(path.join(folder, 'libnss3.so'))))
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
}

/** Ends what it is given when nothing has been heard for too long. */
function watchSilence(): { readonly signal: AbortSignal; readonly heard: () => void; readonly stop: () => void } {
  const giveUp = new AbortController()
  const timer = setTimeout(() => {
    console.error(`Không tệp nào lên tiếng trong ${longestSilence / 60_000} phút: dừng lại.`)
    giveUp.abort()
  }, longestSilence)
  return { signal: giveUp.signal, heard: () => timer.refresh(), stop: () => clearTimeout(timer) }
}

async function runTests(files: readonly string[]): Promise<void> {
  process.env.NODE_ENV = 'test'
  helpBrowser()
  const silence = watchSilence()
  const whole = files.map((file) => path.join(root, file))
  const events = run({ files: whole, concurrency: 2, timeout: longestTest, signal: silence.signal })
  let closing = ''
  const failures: string[] = []
  const begun = new Map<string, string>()
  for await (const { type, data } of events) {
    silence.heard()
    if (type === 'test:dequeue' && data.file) begun.set(data.file, data.name)
    if (type === 'test:stdout' || type === 'test:stderr') process.stderr.write(data.message)
    if (type === 'test:fail' && !isConsequence(data)) failures.push(describeFailure(data, begun.get(data.file ?? '')))
    if (type !== 'test:summary') continue
    if (data.file) console.log(fileLine(data.file, data))
    else closing = closingLines(data)
    if (!data.success) process.exitCode = 1
  }
  silence.stop()
  for (const failure of failures) console.log(`\n${failure}`)
  console.log(closing)
}

const files = testFiles(process.argv.slice(2))
if (files.length === 0) {
  console.error(`Không có tệp kiểm thử nào khớp: ${process.argv.slice(2).join(' ')}`)
  process.exitCode = 1
} else {
  if (files.some((file) => file.startsWith('test/'))) await buildWeb((text) => console.error(text))
  await runTests(files)
}
