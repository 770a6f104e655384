/** Words of 损失计算说明 beside its template. */

/** Where a row names no source of its own: what the document says of them all, if it does. */
export const SOURCE_BELOW = "见“计算方法和数据来源”"

/** The sum below the rows of an asset. */
export const totalRow = (asset: string): string => `${asset} 合计`
const rowNumbers = (rows: readonly number[]): string => rows.map((row) => String(row + 1)).join("、")
/** What was added; which of the rows are about so much, and which could not be counted in. */
export const sumOfRows = (rows: number, about: readonly number[], unknown: readonly number[]): string =>
    [
        `以上 ${String(rows)} 行相加`,
        ...(about.length === 0 ? [] : [`第 ${rowNumbers(about)} 行是约数`]),
        ...(unknown.length === 0 ? [] : [`第 ${rowNumbers(unknown)} 行数量不清楚，没有计入`]),
    ].join("；")
/** Behind a total some of whose rows have no quantity. */
export const PARTLY_UNKNOWN = "（另有数量不清楚的）"

/** What the page showed. */
export const BEFORE = "事发前页面显示"
export const AFTER = "事发后页面显示"
export const TIME_UNSTATED = "时间未注明"

/** Rows of trades between persons: each trade where there are several, their sum, and the net. */
export const BOUGHT = { trade: "购买", total: "购买合计" }
export const SOLD = { trade: "出售", total: "出售合计" }
export const entryOf = (trade: string, number: number): string => `${trade}第 ${String(number)} 项`
export const NET = "净额（购买减出售）"

/** One moment by both clocks. */
export const sameMoment = (beijing: string, utc: string): string => `${beijing}，即 ${utc}`
