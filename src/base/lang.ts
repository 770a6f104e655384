/**
 * Languages in which the program speaks and writes. Whatever depends on one is a `Record<Lang, …>`, so that a further
 * language is put here and the compiler names every place that lacks it.
 */
export const LANGS = ["zh-CN", "en"] as const
export type Lang = (typeof LANGS)[number]

/** The language that a text names; undefined where it is none of ours. */
export function parseLang(text: string | undefined): Lang | undefined {
    return LANGS.find((lang) => lang === text)
}
