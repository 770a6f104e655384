import { type LedgerOptions, openAgain } from "./options.ts"
import { contentOf } from "./overlaps.ts"
import { type ExportFile, eachRow } from "./read-file.ts"
import type { Reading } from "./reading.ts"
import { MOST_EVEN, NUMBERED } from "./repeat-signs.ts"

/**
 * Rows that stand twice in one file, because somebody pasted exports together that share them. Equal rows alone are no sign
 * of it: fills of one second may be alike. Rows of several moments that come again in the same order are, and so are many
 * moments of which each row stands there an even number of times, and two records of one number.
 */

/** Steps from one moment to the next that come again: of equal amounts, sorted by them, one may. */
const FEWEST_STEPS = 2

export interface Repeats {
    readonly label: string
    /** Rows that stand there once more than they should, about. */
    readonly count: number
    /** The first of them. */
    readonly row: number
}

interface Found {
    count: number
    row: number
}

/** Looks through a file for rows that were pasted into it twice. */
export async function repeatsIn(
    reading: Reading,
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<Repeats | undefined> {
    const table = await openAgain(reading, files, options)
    if (table === undefined) return undefined
    const [steps, numbered, pairs] = [new Steps(), new Numbered(), new Pairs()]
    await eachRow(table, reading.report, (number, use) => {
        if (use.use !== "used") return
        const { row } = use
        const content = contentOf(row)
        steps.note(number, content, row.wall)
        if (NUMBERED.has(row.kind) && (row.orderId ?? row.txHash) !== undefined) numbered.note(number, content)
        pairs.note(number, content, row.wall)
    })
    const found = [steps.done(), numbered.done(), pairs.done()].reduce((a, b) => (b.count > a.count ? b : a))
    return found.count === 0 ? undefined : { label: reading.label, ...found }
}

/** Rows in the order of others before them, over several moments. */
class Steps {
    private readonly seen = new Set<number>()
    private steps = 0
    private isAgain = false
    private before: { readonly content: string; readonly wall: number | undefined } | undefined
    private readonly found: Found = { count: 0, row: 0 }

    note(row: number, content: string, wall: number | undefined): void {
        const { before } = this
        this.before = { content, wall }
        if (before === undefined) return
        if (before.wall !== wall) {
            const step = hashOf(`${before.content} ${content}`)
            this.isAgain = this.seen.has(step)
            this.seen.add(step)
            if (this.isAgain && this.steps++ === 0) this.found.row = row
        }
        if (this.isAgain) this.found.count++
    }

    done(): Found {
        return this.steps < FEWEST_STEPS ? { count: 0, row: 0 } : this.found
    }
}

/** Records of one number that say the same. */
class Numbered {
    private readonly seen = new Set<number>()
    private readonly found: Found = { count: 0, row: 0 }

    note(row: number, content: string): void {
        const known = this.seen.size
        if (this.seen.add(hashOf(content)).size > known) return
        if (this.found.count++ === 0) this.found.row = row
    }

    done(): Found {
        return this.found
    }
}

/** 52 bits of a text: two halves that are mixed apart. The texts of a million rows would fill the memory. */
function hashOf(text: string): number {
    let [a, b] = [0x811c9dc5, 0x1b873593]
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        a = Math.imul(a ^ code, 0x01000193)
        b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13)
    }
    return (a >>> 6) * 2 ** 26 + (b >>> 6)
}

/** Moments one after the other of which each row stands there an even number of times. */
class Pairs {
    private readonly counts = new Map<string, number>()
    private wall: number | undefined
    private start = 0
    private moments = 0
    private readonly run: Found = { count: 0, row: 0 }
    private readonly found: Found = { count: 0, row: 0 }

    note(row: number, content: string, wall: number | undefined): void {
        if (wall !== this.wall) this.endMoment(row)
        this.wall = wall
        this.counts.set(content, (this.counts.get(content) ?? 0) + 1)
    }

    private endMoment(next: number): void {
        const counts = [...this.counts.values()]
        if (counts.length > 0 && counts.every((count) => count % 2 === 0)) {
            if (this.moments++ === 0) this.run.row = this.start
            this.run.count += counts.reduce((sum, count) => sum + count, 0) / 2
            if (this.moments >= MOST_EVEN && this.run.count > this.found.count) Object.assign(this.found, this.run)
        } else [this.moments, this.run.count] = [0, 0]
        this.counts.clear()
        this.start = next
    }

    done(): Found {
        this.endMoment(0)
        return this.found
    }
}
