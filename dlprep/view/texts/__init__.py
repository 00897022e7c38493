"""Every sentence the program prints, in both languages, one module an area."""
