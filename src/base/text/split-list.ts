/** Entries of a list as people type it, `E001、E002` or one below the other; none is blank. */
export function splitList(text: string): string[] {
    return text.split(/[\s、，,；;]+/).filter((entry) => entry !== "")
}
