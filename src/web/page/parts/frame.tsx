import type { ComponentChildren } from "preact"
import { useEffect, useLayoutEffect, useRef } from "preact/hooks"
import { LANGS, type Lang } from "../../../base/lang.ts"
import { busy, href, isCut, isReady, lang, route, say, theClient, unsaved } from "../state.ts"
import { BACK, CUT, HOME, LANGUAGE, LOADING, PHASES, PRODUCT, READ, SKIP, STOP, UNSAVED, WORKING } from "../words.ts"
import { sizeText } from "./outputs.tsx"

/** What stands around every page. */

const LANGUAGES: Readonly<Record<Lang, string>> = { "zh-CN": "中文", en: "English" }

export function Frame({ state, children }: { state?: string | undefined; children: ComponentChildren }) {
    return (
        <>
            <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
                {say(SKIP)}
            </button>
            <header class="bar">
                <div>
                    <a class="name" href={href("/")}>
                        {say(PRODUCT)}
                    </a>
                    {state === undefined ? null : <span class="soft">{state}</span>}
                    <div class="state">
                        {unsaved.value ? <span class="unsaved">{say(UNSAVED)}</span> : null}
                        <LanguageSwitch />
                    </div>
                </div>
            </header>
            <main id="main" tabIndex={-1}>
                {isCut.value ? (
                    <p class="msg" role="alert">
                        {say(CUT)}
                    </p>
                ) : null}
                {children}
            </main>
            <Busy />
        </>
    )
}

function LanguageSwitch() {
    return (
        <fieldset class="langs">
            <legend class="unseen">{say(LANGUAGE)}</legend>
            {LANGS.map((own) => (
                <button
                    type="button"
                    key={own}
                    lang={own}
                    aria-pressed={lang.value === own}
                    onClick={() => {
                        lang.value = own
                        document.documentElement.lang = own
                    }}
                >
                    {LANGUAGES[own]}
                </button>
            ))}
        </fieldset>
    )
}

/** Less is read at once. */
const WORTH_TELLING = 20e6

/** Says what is being done, with a way to stop it. */
function Busy() {
    const now = busy.value
    const phase = now?.phase === undefined ? WORKING : PHASES[now.phase]
    const text = now === undefined ? "" : say(isReady.value ? phase : LOADING)
    return (
        <div class={now === undefined ? "busy idle" : "busy"}>
            <output aria-live="polite">{text}</output>
            {now === undefined || now.readBytes < WORTH_TELLING ? null : (
                <span>{say(READ(sizeText(now.readBytes)))}</span>
            )}
            {now === undefined ? null : (
                <button type="button" class="btn q" onClick={() => theClient().cancel()}>
                    {say(STOP)}
                </button>
            )}
        </div>
    )
}

interface SheetProps {
    readonly title: string
    /** Where the way back leads; none on the first page. */
    readonly back?: string
    readonly side?: ComponentChildren
    readonly children: ComponentChildren
}

/** One page: its title takes the focus when it appears, so that a screen reader begins there. */
export function Sheet({ title, back, side, children }: SheetProps) {
    const head = useRef<HTMLHeadingElement>(null)
    const place = route.value
    useEffect(() => {
        document.title = `${title} · ${say(PRODUCT)}`
    }, [title])
    // Before the page is shown: whoever types into it at once loses no key to the title.
    useLayoutEffect(() => {
        scrollTo(0, 0)
        head.current?.focus({ preventScroll: true })
    }, [place])
    const body = (
        <div class="sheet">
            <h1 ref={head} tabIndex={-1}>
                {title}
            </h1>
            {children}
        </div>
    )
    return (
        <>
            {back === undefined ? null : (
                <nav class="way" aria-label={say(HOME)}>
                    <a href={href(back)}>{say(BACK)}</a>
                </nav>
            )}
            {side === undefined ? (
                body
            ) : (
                <div class="cols">
                    {body}
                    <aside class="side">{side}</aside>
                </div>
            )}
        </>
    )
}
