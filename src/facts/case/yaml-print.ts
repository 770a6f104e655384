import { stringify } from "yaml"

/** Plain data as YAML that `readYaml` reads back as they are: blocks, no folded lines, members in their order. */
export function printYaml(value: object): string {
    return stringify(value, { lineWidth: 0 })
}
