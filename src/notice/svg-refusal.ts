/** Thrown within the reading of an SVG; becomes a finding. Its message goes on "The picture … cannot be drawn: ". */
export class SvgRefusal extends Error {}
