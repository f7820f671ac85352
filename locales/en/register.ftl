# The office's register: agreements, amounts awarded and transferred, the award list.
