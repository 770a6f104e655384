import { labelList } from "./labels.words.ts"

/** Words for what a sentence rests on. */

export const SOURCE_UNSTATED = "来源未注明"

export const sourceIs = (source: string): string => `来源：${source}`

/** The files that show it: `见 E001、X01 至 X04`. */
export const see = (labels: readonly string[]): string => `见 ${labelList(labels)}`
