import { type Issue, issue } from "../../base/issue.ts"
import type { UnreadFile } from "./ledger.ts"
import { isNamed, tellsWay } from "./named.ts"
import { answerOf, type LedgerOptions } from "./options.ts"
import type { Reading } from "./reading.ts"

/** What is to be said of files whose columns the reporter named. */

/** Why a file was not read although its columns were named; `undefined` where they were not. */
export function namedInVain(file: UnreadFile, options: LedgerOptions): Issue | undefined {
    const { columns, report } = answerOf(options, file.label)
    // Of a file without any header nobody can say what it lacks.
    if (file.fault !== "unknown-header" || columns === undefined || file.header === "") return undefined
    const header = file.header.toLowerCase()
    const absent = Object.values(columns).filter((name) => !header.includes(name.trim().toLowerCase()))
    const params = { label: file.label, header: file.header, columns: absent.join("、") }
    const by = report === undefined ? "report" : "header"
    return issue("ledger.columns.absent", [`exports/${file.name}`], { ...params, by }, "warning")
}

const FROM = /^(?:from|sender|source|owner ?address|付款|来源|來源|发送|發送|转出地址|轉出地址|发款)/
const SIDE = /^(?:direction|flow|in ?[/|] ?out|方向|收 ?\/ ?支|收支|资金流向)/
const DECIMALS = /decimals?$/
/** `金额(万元)`, `Amount (K)`. */
const MULTIPLE = /[(（](?:[百千万萬亿億][^)）]{0,9}|[km])[)）]$/

/** Whether rows that came in are told from those that left, and amounts may be counted in the smallest unit. */
export function namedIssues(reading: Reading): Issue[] {
    const { format, label, name, strange, rows } = reading
    if (!isNamed(format) || rows.used === 0) return []
    const path = [`exports/${name}`]
    const found = untoldWay(reading)
    const scaled = (format.layouts[0]?.columns ?? []).flatMap(({ header }) => (MULTIPLE.test(header) ? [header] : []))
    const decimals = strange.find((header) => DECIMALS.test(header))
    return [
        ...(found === undefined ? [] : [issue("ledger.columns.way", path, { label, ...found }, "warning")]),
        ...(decimals === undefined
            ? []
            : [issue("ledger.columns.decimals", path, { label, column: decimals, by: "smallest" }, "warning")]),
        ...scaled.map((column) => issue("ledger.columns.decimals", path, { label, column, by: "multiple" }, "warning")),
    ]
}

type Untold = { readonly by: "from" | "other" | "owner" | "side" | "sign"; readonly column: string }

function untoldWay({ format: { kind, layouts, ways }, strange, totals }: Reading): Untold | undefined {
    if (kind !== "change" && kind !== "deposit" && kind !== "withdrawal") return undefined
    const roles = layouts[0]?.columns.map(({ role }) => role) ?? []
    if (ways === undefined || ways.owner !== undefined || roles.includes("side")) return undefined
    if (kind === "change" && (!ways.isUnsigned || totals.every((total) => tellsWay(total.class)))) return undefined
    if (roles.includes("from") && roles.includes("address"))
        return { by: ways.hasCommon ? "other" : "owner", column: "" }
    for (const [by, pattern] of [
        ["side", SIDE],
        ["from", FROM],
    ] as const) {
        const column = strange.find((header) => pattern.test(header))
        if (column !== undefined) return { by, column }
    }
    return kind === "change" ? { by: "sign", column: "" } : undefined
}
