/** Figures of Chinese numbers up to ninety-nine. */
const FIGURES = "〇一二三四五六七八九"

/**
 * Order of file names as a person counts: 第2页 before 第10页, 第二页 before 第三页. The same on every machine, whatever
 * language it speaks.
 */
export function byName(a: string, b: string): number {
    const [left, right] = [chunks(a), chunks(b)]
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
        const [one = "", other = ""] = [left[i], right[i]]
        const difference = /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : 0
        if (difference !== 0) return difference
        if (one !== other) return one < other ? -1 : 1
    }
    return left.length - right.length
}

/** Runs of digits and what stands between them; Chinese numbers behind 第 count as digits. */
function chunks(name: string): readonly string[] {
    const counted = name
        .normalize("NFC")
        .replace(/第([〇一二三四五六七八九十]{1,3})(?=[页張张份])/g, (_, number: string) => {
            const [tens = "", ones = ""] = number.includes("十") ? number.split("十") : ["〇", number]
            return `第${String(10 * (tens === "" ? 1 : FIGURES.indexOf(tens)) + Math.max(0, FIGURES.indexOf(ones)))}`
        })
    return counted.match(/\d+|\D+/g) ?? []
}
