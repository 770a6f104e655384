const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = "10X98765432"

/**
 * Checks a citizen identity number (GB 11643-1999).
 *
 * @returns `undefined` when it agrees, `"form"` when it is no such number, else the check character expected.
 */
export function idNumberCheck(number: string): string | undefined {
    const [, year = "", month = "", day = ""] = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(number) ?? []
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
    if (year === "" || date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return "form"
    const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
    const expected = CHECK[sum % 11] ?? ""
    return number.toUpperCase().endsWith(expected) ? undefined : expected
}
