/** Words where a text that is too long for a cell stands behind its table. */

export const seeAnnex = (n: number): string => `全文较长，见表后附文 ${String(n)}`
/** `of` are the first cell of the row and the head of the column, so far as they have words. */
export const annexTitle = (n: number, of: readonly string[]): string =>
    `附文 ${String(n)}${of.length === 0 ? "" : `（${of.join("，")}）`}`
