# Papers beside the settlement.
