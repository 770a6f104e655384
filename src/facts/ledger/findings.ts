import { type Issue, issue } from "../../base/issue.ts"
import { findInvisible, showCodes } from "../../base/text/hygiene.ts"
import { zoneName } from "../../base/text/time.ts"
import { printRows } from "../case/row-list.ts"
import { type Decimal, subtractAmounts } from "../money/amount.ts"
import { beijingText, utcText } from "./clock.ts"
import { placeText } from "./finding-id.ts"
import { isUnreadList } from "./formats/unread.data.ts"
import { countBeside, type Ledger, type UnreadFile } from "./ledger.ts"
import { leftOut } from "./left-out.ts"
import type { BothWays } from "./moves.ts"
import { namedInVain, namedIssues } from "./named-issues.ts"
import { AssetSums } from "./number.ts"
import { type LedgerOptions, labelsAround } from "./options.ts"
import type { Reading } from "./reading.ts"
import { chosenRows, type Reckoning } from "./reckon.ts"
import type { Overlap, RowPairs } from "./same-rows.ts"
import { sameTransaction } from "./same-transaction.ts"
import { isTrade } from "./tally.ts"

/** What is to be said of the exports themselves. None of it stops a build: a file that is not read stays evidence. */
export function ledgerIssues(ledger: Ledger, reckoning: Reckoning, options: LedgerOptions): Issue[] {
    return [
        ...ledger.unread.map((file) => namedInVain(file, options) ?? unread(file)),
        ...missingFiles(ledger, options),
        ...ledger.readings.filter(({ isOther }) => !isOther).flatMap(readingIssues),
        ...ledger.readings.flatMap(namedIssues),
        ...ledger.overlaps.map((one) => overlap(one, ledger)),
        ...untoldMarkets(ledger),
        ...ledger.filtered.map(({ first, second }) =>
            issue("ledger.overlap.apart", [`exports/${second}`], { first, second }, "note"),
        ),
        ...ledger.beside.map(({ first, second }) =>
            issue("ledger.overlap.beside", [`exports/${second}`], { first, second }, "warning"),
        ),
        ...ledger.touching.map(({ first, second, from, unit, rows }) => {
            const params = { first, second, at: utcText(from, unit), rows: rows.join(" / ") }
            return issue("ledger.overlap.touch", [`exports/${second}`], params, "warning")
        }),
        ...ledger.repeats.map((one) => issue("ledger.rows.repeated", [`exports/${one.label}`], { ...one }, "warning")),
        ...twice(ledger),
        ...otherExchanges(ledger),
        ...severalAccounts(ledger),
        ...ledger.gaps.map(({ before, after, from, to, unit }) => {
            const span = { from: utcText(from, unit), to: utcText(to, unit) }
            return issue("ledger.gap", [`exports/${after}`], { before, after, ...span }, "note")
        }),
        ...chosen(ledger, options),
        ...leftOut(ledger, options),
        ...ledger.readings.flatMap(chosenUnknown),
        ...reckoning.loans.filter(({ value, went }) => value.gt(went)).map(openLoan),
        ...asides(reckoning),
        ...ledger.readings
            .filter(({ halves }) => halves > 0)
            .map(({ label, name, halves }) =>
                issue("ledger.chosen.half", [`exports/${name}`], { label, count: halves }, "warning"),
            ),
        ...reckoning.reconciliation
            .filter(({ gap }) => !gap.eq("0"))
            .map(({ what, name, asset, left, right, gap }) => {
                const [a, b, c] = [left, right, gap].map((value) => value.toFixed())
                const params = { what, name, asset, left: a ?? "", right: b ?? "", gap: c ?? "" }
                return issue("ledger.reconciliation.gap", ["exports"], params, "warning")
            }),
    ]
}

function twice(ledger: Ledger): Issue[] {
    const torn = new Set(ledger.overlaps.flatMap(({ aside, first, second }) => (aside ? [] : [first, second])))
    const found = sameTransaction(chosenRows(ledger).filter(({ file }) => !torn.has(file)))
    if (found === undefined) return []
    const place = [found.first, found.second].map(placeText).join("、")
    const params = { count: found.count, hash: found.hash, place }
    return [issue("ledger.rows.same-transaction", ["exports"], params, "warning")]
}

function overlap(found: Overlap, { readings }: Ledger): Issue {
    const { first, second, from, to, unit, aside, filter, rows, pairs, doubt } = found
    const path = [`exports/${aside ?? second}`]
    if (aside !== undefined && pairs !== undefined) return paired(found, aside, pairs, path)
    if (doubt !== undefined) {
        const place = placesOf([first, second], doubt.rows)
        return issue("ledger.overlap.doubt", path, { first, second, place, by: doubt.by }, "warning")
    }
    if (aside === undefined) {
        const span = { from: utcText(from, unit), to: utcText(to, unit), rows: rows.join(" / ") }
        const isEither = readings.some((one) => one.label === first && isOfSpotOrMargin(one))
        return issue(
            "ledger.overlap.differs",
            path,
            { first, second, ...span, by: isEither ? "margin" : "other" },
            "warning",
        )
    }
    const [whole, count] = aside === first ? [second, rows[0]] : [first, rows[1]]
    if (filter === undefined) return issue("ledger.overlap.same", path, { first: whole, second: aside, count }, "note")
    return issue("ledger.overlap.within", path, { part: aside, whole, count, filter }, "note")
}

/** Rows that two files have in words of their own, the first of them with both places. */
function paired({ first, second }: Overlap, aside: string, pairs: RowPairs, path: readonly string[]): Issue {
    const whole = aside === first ? second : first
    const { by, withFee, alone } = pairs
    const named = [...pairs.rows].slice(0, MOST_PAIRS)
    const params = {
        ...({ part: aside, whole, count: pairs.rows.size, by, fee: withFee ? "within" : "none" } as const),
        place: named.map((one) => placesOf([aside, whole], one, " = ")).join("、"),
        more: pairs.rows.size - named.length,
        alone: [
            ...(alone[0] > 0 ? [`${first} ${String(alone[0])}`] : []),
            ...(alone[1] > 0 ? [`${second} ${String(alone[1])}`] : []),
        ].join("、"),
    }
    return issue(
        "ledger.overlap.paired",
        path,
        params,
        by === "transaction" && params.alone !== "" ? "warning" : "note",
    )
}

const placesOf = (files: readonly [string, string], rows: readonly [number, number], joint = "、"): string =>
    files.map((file, i) => placeText({ file, row: rows[i] ?? 0 })).join(joint)

/** Pairs of rows that are named. */
const MOST_PAIRS = 5

/** Whether nothing tells the spot trades of a file from trades on margin. */
function isOfSpotOrMargin({ format }: Reading): boolean {
    return format.marketByName !== undefined && format.market !== "margin"
}

/** Where an account trades on margin, files that may be of it or of the spot market. */
function untoldMarkets({ readings }: Ledger): Issue[] {
    const isTold = readings.some(({ format: { marketByName, market } }) => marketByName && market === "margin")
    const untold = readings.filter((one) => isOfSpotOrMargin(one) && one.rows.used > 0)
    const traded = readings.some(({ totals }) => totals.some((one) => one.market === "margin" && isTrade(one)))
    if (isTold || !traded || untold.length === 0) return []
    const labels = untold.map(({ label }) => label).join("、")
    return [issue("ledger.market.untold", ["exports"], { labels }, "note")]
}

/** Totals are of one account at one exchange: that of the case. */
function otherExchanges({ readings }: Ledger): Issue[] {
    const others = new Map<string, string[]>()
    for (const { format, label, isOther } of readings)
        if (isOther) others.set(format.exchange, [...(others.get(format.exchange) ?? []), label])
    const [own] = readings.flatMap(({ format, isOther }) =>
        isOther || format.exchange === "" ? [] : [format.exchange],
    )
    const told = [...others].map(([exchange, labels]) => ({ exchange, labels: labels.join("、") }))
    if (own === undefined && told.length > 1) {
        const names = told.map(({ exchange, labels }) => `${exchange} ${labels}`).join("；")
        return [issue("ledger.exchanges.several", ["exports"], { names }, "warning")]
    }
    return told.map((one) => issue("ledger.exchanges.other", ["exports"], { ...one, own: own ?? "" }, "warning"))
}

/** Accounts whose files are added: a person's sub-accounts, or somebody else's. */
function severalAccounts({ readings }: Ledger): Issue[] {
    const own = readings.filter(({ isOther, rows }) => !isOther && rows.used > 0)
    const uids = [...new Set(own.flatMap((reading) => reading.uids))]
    if (uids.length < 2) return []
    const names = uids.map((uid) => {
        const labels = own.filter((reading) => reading.uids.includes(uid)).map(({ label }) => label)
        return `${uid}（${labels.join("、")}）`
    })
    return [issue("ledger.accounts.several", ["exports"], { names: names.join("；") }, "note")]
}

function unread(file: UnreadFile): Issue {
    const path = [`exports/${file.name}`]
    return file.fault === "unknown-header"
        ? issue("ledger.file.unknown", path, { label: file.label, header: file.header }, "warning")
        : issue(
              "ledger.file.unreadable",
              path,
              { label: file.label, reason: file.fault },
              isUnreadList(file.fault) ? "note" : "warning",
          )
}

/** Answers about files that are not there. */
function missingFiles({ readings, unread }: Ledger, { answers }: LedgerOptions): Issue[] {
    const labels = [...readings, ...unread].flatMap(({ label }) => labelsAround(label))
    return [...answers.keys()]
        .filter((label) => !labels.includes(label))
        .map((label) => issue("ledger.file.not-there", [`exports/${label}`], { label }, "warning"))
}

function readingIssues(reading: Reading): Issue[] {
    const { label, name, zone, rows, problems, strange, unknownOperations, unknownStates, clock, report } = reading
    const path = [`exports/${name}`]
    const found: Issue[] = []
    if (report === undefined) found.push(issue("ledger.report.missing", path, { label }, "warning"))
    // A file without rows, or of which each stands in another, has no times that a zone would be wanted for.
    const isRepeated = rows.used === 0 && rows.notRelevant.has("repeated")
    if (!isRepeated && reading.first !== undefined && zone.from === undefined)
        found.push(issue("ledger.zone.missing", path, { label }, "warning"))
    if (zone.from === "header" && zone.offset !== undefined && zone.named !== undefined && zone.named !== zone.offset) {
        const [own, other] = [zone.offset, zone.named].map((offsetMinutes) => zoneName({ offsetMinutes }))
        found.push(issue("ledger.zone.disputed", path, { label, zone: own ?? "", other: other ?? "" }, "warning"))
    }
    if (zone.from === "proposed" && zone.offset !== undefined) {
        const by = report === "c2c" ? "clock" : "format"
        found.push(
            issue(
                "ledger.zone.proposed",
                path,
                { label, zone: zoneName({ offsetMinutes: zone.offset }), by },
                "warning",
            ),
        )
    }
    const [first] = problems
    // What only the kind of the file could tell is asked once, not for each row.
    if (first !== undefined && report !== undefined) {
        const { row, column, found: cell, why: reason } = first
        const params = { label, count: rows.problem, row, column, found: cell, reason }
        found.push(issue("ledger.rows.problem", path, params, "warning"))
    }
    if (rows.spoiled > 0) found.push(issue("ledger.rows.spoiled", path, { label, count: rows.spoiled }, "warning"))
    if (rows.rounded > 0) found.push(issue("ledger.rows.rounded", path, { label, count: rows.rounded }, "warning"))
    if (rows.shortened > 0)
        found.push(issue("ledger.rows.shortened", path, { label, count: rows.shortened }, "warning"))
    found.push(...coarse(reading, path))
    found.push(...unseen(reading, path))
    // Where all of them are reckoned with, they are told with their sums.
    const unknown = [...unknownOperations.values()].reduce((sum, count) => sum + count, 0)
    if (unknown > reading.chosen.filter((row) => row.class === "unknown").length)
        found.push(issue("ledger.rows.unknown-operation", path, { label, ...counted(unknownOperations) }, "note"))
    if (unknownStates.size > 0)
        found.push(issue("ledger.rows.unknown-state", path, { label, ...counted(unknownStates) }, "warning"))
    const { otherSheets = [], isOrderAssumed } = reading.table
    const { strokes: order = "ymd" } = reading.format
    if (isOrderAssumed === true) found.push(issue("ledger.dates.order", path, { label, order }, "warning"))
    if (otherSheets.length > 0)
        found.push(issue("ledger.sheets.unread", path, { label, sheets: otherSheets.join("、") }, "warning"))
    if (strange.length > 0)
        found.push(issue("ledger.columns.strange", path, { label, columns: strange.join("、") }, "note"))
    found.push(...strangeAssets(reading, path))
    const { encoding } = reading.table
    if (encoding === "gb18030" || encoding === "big5")
        found.push(issue("ledger.encoding.old", path, { label, encoding: encoding.toUpperCase() }, "note"))
    if (report === "c2c" && clock.of > 0 && clock.fits >= clock.of / 2 && clock.off.length > 0)
        found.push(issue("ledger.clock.off", path, { label, rows: printRows(clock.off) }, "warning"))
    return found
}

/** Letters that pass for Latin ones, full-width ones, and joiners. Han is no such script: coins have Chinese names. */
const ODD = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\uFF00-\uFFEF]/u
const MOST_STRANGE = 8

/** Assets that look like others and are not: a counterfeit coin, or a file that somebody edited. */
function strangeAssets({ label, totals }: Reading, path: readonly string[]): Issue[] {
    const names = new Set(totals.map(({ asset }) => asset).filter((one) => ODD.test(one) || findInvisible(one)))
    if (names.size === 0) return []
    const isOdd = (character: string): boolean => ODD.test(character) || findInvisible(character) !== undefined
    const shown = [...names]
        .slice(0, MOST_STRANGE)
        .map((name) => Array.from(name, (one) => (isOdd(one) ? showCodes(one) : one)).join(""))
    return [issue("ledger.assets.strange", path, { label, names: shown.join("、") }, "warning")]
}

/** How many rows have a name that nobody knows, and the first of these names. */
function counted(names: ReadonlyMap<string, number>): { readonly count: number; readonly names: string } {
    const count = [...names.values()].reduce((sum, one) => sum + one, 0)
    return {
        count,
        names: [...names.keys()]
            .slice(0, 8)
            .map((name) => name || "--")
            .join("、"),
    }
}

/** Who holds the totals against the workbook does not see these. */
function unseen({ label, hidden, table }: Reading, path: readonly string[]): Issue[] {
    if (hidden === undefined) return []
    const { sheet, count, rows, columns } = hidden
    const params = {
        ...({ label, sheet: table.sheet ?? "", isHidden: sheet ? "sheet" : "no" } as const),
        count,
        rows: shortRows(rows),
        columns: columns.join("、"),
    }
    return [issue("ledger.rows.hidden", path, params, "note")]
}

/** So many ranges of rows are named. */
const MOST_RANGES = 8
function shortRows(list: readonly number[]): string {
    const ranges = printRows(list).split(", ")
    return ranges.slice(0, MOST_RANGES).join(", ") + (ranges.length > MOST_RANGES ? " …" : "")
}

/** Times of which a part is gone: what is near the ends of the events cannot be told from what is within. */
function coarse({ label, rows, format }: Reading, path: readonly string[]): Issue[] {
    const isOwn = format.withoutSeconds === true
    return (
        [
            ["second", rows.minutes],
            ["clock", rows.days],
        ] as const
    ).flatMap(([lost, count]): Issue[] => {
        if (count === 0) return []
        const by = isOwn && lost === "second" ? "format" : "other"
        return [issue("ledger.rows.coarse", path, { label, count, lost, by }, by === "format" ? "note" : "warning")]
    })
}

/** Rows that are reckoned with although nobody knows what they are: what they add up to, so that it is not passed over. */
function chosenUnknown({ label, name, chosen }: Reading): Issue[] {
    const rows = chosen.filter((row) => row.class === "unknown")
    const sums = new AssetSums()
    const names = new Map<string, number>()
    for (const { asset = "", amount = "0", operation = "" } of rows) {
        sums.add(asset, amount)
        names.set(operation, (names.get(operation) ?? 0) + 1)
    }
    if (rows.length === 0) return []
    const params = { label, ...counted(names), sums: sums.toString() }
    return [issue("ledger.chosen.unknown-operation", [`exports/${name}`], params, "warning")]
}

function openLoan({ asset, value, went }: BothWays): Issue {
    const open = subtractAmounts(value, went).toFixed()
    const params = { asset, borrowed: value.toFixed(), repaid: went.toFixed(), open }
    return issue("ledger.chosen.loan", ["exports"], params, "warning")
}

/**
 * What the changes have within although the account had it before, or has it still. Where an exchange writes what is put
 * into savings as an asset of its own (`LDUSDT`), both ends are there.
 */
function asides({ earned, oneSided }: Reckoning): Issue[] {
    const open = ({ value, went }: BothWays): Decimal => subtractAmounts(value, went)
    const hasTwin = (line: BothWays): boolean =>
        earned.some((one) => isTwin(one.asset, line.asset) && open(one).eq(subtractAmounts(line.went, line.value)))
    const told = (what: "earn" | "transfer", lines: readonly BothWays[]): Issue[] =>
        lines.flatMap((line) => {
            const { asset, value, went } = line
            const more = open(line)
            if (more.eq("0")) return []
            const params = { what, asset, came: value.toFixed(), went: went.toFixed(), open: more.abs().toFixed() }
            const way = more.gt("0") ? "in" : "out"
            return [issue("ledger.chosen.aside", ["exports"], { ...params, way }, "warning")]
        })
    return [
        ...told(
            "earn",
            earned.filter((line) => !hasTwin(line)),
        ),
        ...told("transfer", oneSided),
    ]
}

const isTwin = (a: string, b: string): boolean => a === `LD${b}` || b === `LD${a}`

/** What was taken for the events, where the reporter did not list rows. */
function chosen(ledger: Ledger, { window }: LedgerOptions): Issue[] {
    if (ledger.chosenBy !== "times" || window === undefined || ledger.readings.length === 0) return []
    const count = ledger.readings.reduce((sum, { chosenCount }) => sum + chosenCount, 0)
    const span = { from: beijingText(window.from), to: beijingText(Math.floor(window.to / 1000) * 1000) }
    return count === 0
        ? [issue("ledger.chosen.none", ["exports"], span, "warning")]
        : [issue("ledger.chosen.proposed", ["exports"], { count, beside: countBeside(ledger), ...span }, "note")]
}
