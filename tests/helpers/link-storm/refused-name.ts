/** The province of the storm takes nobody of this name, until it is corrected. */
export const refusedName = 'Lò Thị Sai'
