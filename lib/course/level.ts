import { z } from "zod";

/** A level as it stands in addresses, forms and rows. */
export const levelSchema = z.coerce.number().pipe(z.literal([1, 2, 3]));
