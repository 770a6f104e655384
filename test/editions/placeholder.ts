/** What is printed where somebody meant to fill something in, or a program had nothing to print. */
export const PLACEHOLDER =
    /TODO|TBD|FIXME|\bXXX\b|lorem ipsum|（未填）|（待补）|\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date/
