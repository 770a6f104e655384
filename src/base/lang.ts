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

/** One text in every language. */
export type Words = Readonly<Record<Lang, string>>

/**
 * What a language is set like. It decides the fonts of signs that both share, indents, alignment, and whether emphasis is
 * a slope or another font.
 */
export const SCRIPT: Readonly<Record<Lang, "han" | "latin">> = { "zh-CN": "han", en: "latin" }

/** Words that stand side by side, as one language has them. */
export function byLang<T extends object>(
    words: { readonly [K in keyof T]: Readonly<Record<Lang, T[K]>> },
): Readonly<Record<Lang, T>> {
    const entries = Object.entries<Readonly<Record<Lang, unknown>>>(words)
    const of = (lang: Lang): T => Object.fromEntries(entries.map(([name, all]) => [name, all[lang]])) as T
    return { "zh-CN": of("zh-CN"), en: of("en") }
}
