"""Translation: from a parsed letter to a bilingual one."""
