/** Words for what a sentence rests on. */

export const SOURCE_UNSTATED = "来源未注明"

export const sourceIs = (source: string): string => `来源：${source}`

/** The files that show it: `见 E001、E002`. */
export const see = (labels: readonly string[]): string => `见 ${labels.join("、")}`
