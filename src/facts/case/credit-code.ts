const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/**
 * Checks a unified social credit code (GB 32100-2015). Some issued codes are known to fail, so callers warn only.
 *
 * @returns `undefined` when the check character agrees, `"form"` when it is no such code, else the character expected.
 */
export function creditCodeCheck(code: string): string | undefined {
    if (!FORM.test(code)) return "form"
    let sum = 0
    let weight = 1
    for (const character of code.slice(0, 17)) {
        sum += ALPHABET.indexOf(character) * weight
        weight = (weight * 3) % 31
    }
    const expected = ALPHABET[(31 - (sum % 31)) % 31] ?? ""
    return code.endsWith(expected) ? undefined : expected
}
