import { readFileSync } from "node:fs"
import { join } from "node:path"
import { utf8 } from "../../../src/base/bytes.ts"
import { sha256Hex } from "../../../src/base/digest.ts"
import { memorySource } from "../../../src/base/source.ts"
import { parseLock } from "../../../src/facts/evidence/lock.ts"
import { type Ledger, readLedger } from "../../../src/facts/ledger/ledger.ts"
import type { LedgerOptions } from "../../../src/facts/ledger/options.ts"
import type { ExportFile } from "../../../src/facts/ledger/read-file.ts"
import { type Reckoning, reckon } from "../../../src/facts/ledger/reckon.ts"
import { findSignals, type Signal } from "../../../src/facts/ledger/signals.ts"
import { ROOT } from "../../check.ts"

/** An export file of this text. */
export function exportFile(label: string, name: string, text: string): ExportFile {
    const bytes = utf8(text)
    return { label, name, source: memorySource(bytes), sha256: sha256Hex(bytes) }
}

const FOLDER = join(ROOT, "assets/sample-case/exports")
/** Names of the sample's exports in the order of their labels. */
const LOCK = parseLock(new Uint8Array(readFileSync(join(FOLDER, "../evidence.lock.json")))).lock
export const SAMPLE_NAMES = (LOCK?.entries ?? [])
    .filter(({ folder }) => folder === "exports")
    .map(({ originalName }) => originalName)
export const sampleExport = (name: string): string => readFileSync(join(FOLDER, name), "utf8")

/** The sample's exports as X01 to X06. */
export function sampleExports(): ExportFile[] {
    return SAMPLE_NAMES.map((name, i) => exportFile(`X0${String(i + 1)}`, name, sampleExport(name)))
}

/** First and last operation of the sample. */
export const EVENT = { from: Date.UTC(2023, 2, 20, 17, 49, 8), to: Date.UTC(2023, 2, 20, 22, 39, 31, 999) }

export interface Reckoned {
    readonly ledger: Ledger
    readonly reckoning: Reckoning
    readonly signals: readonly Signal[]
}

export async function reckoned(files: readonly ExportFile[], options: Partial<LedgerOptions> = {}): Promise<Reckoned> {
    const ledger = await readLedger(files, { answers: new Map(), ...options })
    const reckoning = reckon(ledger)
    return { ledger, reckoning, signals: findSignals(ledger, reckoning) }
}

/** Everything is chosen. */
export const ALL = { window: { from: 0, to: Date.UTC(2100, 0, 1) } } as const

export const STATEMENT_HEAD = "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n"

/** A row of a statement; the account is the sample's. */
export function leg(time: string, operation: string, coin: string, change: string, wallet = "Spot"): string {
    return `100000001,${time},${wallet},${operation},${coin},${change},\n`
}

export const ORDERS_HEAD =
    "委托时间(UTC),订单号,客户端号,合约,买卖,委托价格,委托数量,成交均价,成交量,成交额,状态,策略单Id,策略单类型\n"

/** A row of futures orders. */
export function futuresOrder(
    time: string,
    id: number,
    symbol: string,
    side: "买入" | "卖出",
    quantity: string,
    value: string,
    { price = "-", filled = quantity, status = "已成交" } = {},
): string {
    return `${time},${String(id)},c${String(id)},${symbol},${side},${price},${quantity},-,${filled},${value},${status},-,-\n`
}

/** `2023-03-20 17:49:08` so many seconds later. */
export function later(seconds: number, from = "2023-03-20 17:49:08"): string {
    const ms = Date.parse(`${from.replace(" ", "T")}Z`) + seconds * 1000
    return new Date(ms).toISOString().slice(0, 19).replace("T", " ")
}
