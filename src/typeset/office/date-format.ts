/** Whether a number format shows a date: a built-in one (ECMA-376 §18.8.30), or a custom code with y, m, d, h or s. */
export function isDateFormat(id: number, code: string | undefined): boolean {
    if (code === undefined)
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    // Literals, colours, conditions and locales are no part of the pattern; [h] and [mm] are elapsed times.
    const pattern = code.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    return !/General/i.test(pattern) && /[ymdhs年月日]/i.test(pattern)
}
