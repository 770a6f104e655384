import type { Signal } from "@preact/signals"
import type { ComponentChildren } from "preact"

/** Questions and their answers: a label, a hint, what is wrong, and the field. */

interface AskedProps {
    readonly id: string
    readonly label: ComponentChildren
    readonly hint?: ComponentChildren
    /** What is wrong with the answer; empty where nothing is. */
    readonly fault?: string
}

/** What a screen reader reads along with a field. */
export function describedBy({ id, hint, fault }: AskedProps): string | undefined {
    const ids = [hint === undefined ? "" : `${id}-hint`, (fault ?? "") === "" ? "" : `${id}-fault`].filter(
        (one) => one !== "",
    )
    return ids.length === 0 ? undefined : ids.join(" ")
}

export function Asked({ id, label, hint, fault = "", children }: AskedProps & { children: ComponentChildren }) {
    return (
        <div class={fault === "" ? "field" : "field e"}>
            <label for={id}>{label}</label>
            <HeadNotes id={id} hint={hint} fault={fault} />
            {children}
        </div>
    )
}

interface GroupProps extends AskedProps {
    /** The group itself takes the focus of a finding; else a field within does. */
    readonly isTarget?: boolean
    readonly children: ComponentChildren
}

/** Several inputs that make one answer. */
export function AskedGroup({ children, isTarget = false, ...asked }: GroupProps) {
    const { id, label, hint, fault = "" } = asked
    return (
        <fieldset
            class={fault === "" ? "field" : "field e"}
            aria-describedby={describedBy(asked)}
            {...(isTarget ? { id, tabIndex: -1 } : {})}
        >
            <legend>{label}</legend>
            <HeadNotes id={id} hint={hint} fault={fault} />
            {children}
        </fieldset>
    )
}

/** What stands between a label and its field: the hint, and what is wrong. */
function HeadNotes({ id, hint, fault }: { id: string; hint: ComponentChildren; fault: string }) {
    return (
        <>
            {hint === undefined ? null : (
                <div class="hint" id={`${id}-hint`}>
                    {hint}
                </div>
            )}
            {fault === "" ? null : (
                <div class="msg" id={`${id}-fault`}>
                    {fault}
                </div>
            )}
        </>
    )
}

interface TextFieldProps extends AskedProps {
    readonly value: Signal<string>
    readonly wide?: boolean
    readonly secret?: boolean
}

/** One line of text, kept in a signal. */
export function TextField({ value, wide = false, secret = false, ...asked }: TextFieldProps) {
    return (
        <Asked {...asked}>
            <input
                id={asked.id}
                {...(secret ? ({ type: "password" } as const) : ({ type: "text" } as const))}
                class={wide ? "long" : ""}
                autocomplete="off"
                spellcheck={false}
                value={value.value}
                aria-describedby={describedBy(asked)}
                aria-invalid={(asked.fault ?? "") !== ""}
                onInput={(event) => {
                    value.value = event.currentTarget.value
                }}
            />
        </Asked>
    )
}
